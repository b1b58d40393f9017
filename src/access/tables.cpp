#include "access/tables.h"

#include "access/party.h"
#include "access/people.h"
#include "access/region.h"
#include "access/session.h"

namespace zr::access {

std::vector<const db::Table*> tables() {
  return {&region_table, &party_table, &party_version_table, &person_table, &account_table,
          &role_table,   &grant_table, &session_table,       &event_table};
}

}  // namespace zr::access
