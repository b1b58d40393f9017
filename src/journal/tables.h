#pragma once
/// The module's schema and described tables.
#include <vector>

#include "db/schema.h"

namespace zr::journal {

const db::Schema& schema();
std::vector<const db::Table*> tables();

}  // namespace zr::journal
