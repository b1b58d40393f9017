#pragma once
/// What record 1 says of a city.
#include <string>

#include "app/city.h"
#include "db/tx.h"

namespace zr::app {

struct CityFacts {
  bool begun = false;
  std::string city;
  Mode mode = Mode::production;
  std::string public_key;
};
CityFacts city_facts(db::Tx& tx);

}  // namespace zr::app
