#include "rulebook/tables.h"

#include "rulebook/store.h"

namespace zr::rulebook {

std::vector<const db::Table*> tables() {
  return {&store::set_table, &store::set_version_table};
}

}  // namespace zr::rulebook
