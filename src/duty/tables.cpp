#include "duty/tables.h"

#include "duty/store.h"

namespace zr::duty {

std::vector<const db::Table*> tables() {
  return {&store::duty_table, &store::reminder_table, &store::urge_table, &store::change_table};
}

}  // namespace zr::duty
