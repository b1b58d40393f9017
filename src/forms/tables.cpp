#include "forms/tables.h"

#include "forms/store.h"

namespace zr::forms {

std::vector<const db::Table*> tables() {
  return {&store::round_table, &store::answer_table, &store::draft_table, &store::version_table,
          &store::version_state_table};
}

}  // namespace zr::forms
