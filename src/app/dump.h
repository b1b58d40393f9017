#pragma once
/// `zhirong dump`: every row of the city as its one text, sorted bytewise; equality of dumps is the
/// only notion of "same". Tables on the not-commands list are left out.
#include <functional>
#include <string>
#include <vector>

#include "db/db.h"
#include "db/table.h"

namespace zr::app {

void dump(db::Connection& connection, const std::vector<const db::Table*>& tables,
          const std::function<void(const std::string&)>& each);

}  // namespace zr::app
