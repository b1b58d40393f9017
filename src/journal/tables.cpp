#include "journal/tables.h"

#include "journal/store.h"

namespace zr::journal {

std::vector<const db::Table*> tables() {
  return {&store::record_table, &store::key_table, &store::waiting_table, &store::personal_table,
          &store::day_table};
}

}  // namespace zr::journal
