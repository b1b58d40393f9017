#pragma once
/// The module's schema and described tables.
#include <vector>

#include "db/schema.h"
#include "db/table.h"

namespace zr::reporting {

const db::Schema& schema();
std::vector<const db::Table*> tables();

}  // namespace zr::reporting
