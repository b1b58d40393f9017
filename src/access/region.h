#pragma once
/// The region tree with validity: districts, counties and development zones of the city, as data.
#include <string>
#include <vector>

#include "base/date.h"
#include "base/names.h"
#include "db/tx.h"

namespace zr::access {

enum class RegionKind { district, county, county_level_city, zone };
std::span<const Name> names_of(RegionKind);

struct Region {
  std::string code;
  Date valid_from;
  std::optional<Date> valid_to;
  std::string name;
  std::string english;
  RegionKind kind = RegionKind::district;
  std::optional<std::string> host;  ///< for a zone: the statutory unit that mainly hosts it
  std::int64_t tile_column = 1;
  std::int64_t tile_row = 1;
  std::string short_name;
};
const json::Struct& describe(const Region*);

/// Says what a code is from a day on: the row of before ends the day before, this one before the
/// next. False where that day's row is already there.
bool publish_region(db::Tx& tx, Region region);
/// Those valid on a day, in order of code.
std::vector<Region> regions(db::Tx& tx, Date day);
std::optional<Region> region(db::Tx& tx, const std::string& code, Date day);

extern const db::Table region_table;

}  // namespace zr::access
