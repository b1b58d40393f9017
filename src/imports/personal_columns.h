#pragma once
/// The published list of column names that are about a person 个人信息列名. Whatever stands in such
/// a column of a file is kept as a commitment; the file itself is never changed.
#include "db/tx.h"
#include "imports/rules/personal.h"
#include "rulebook/rule_set.h"

namespace zr::imports {

struct PersonalColumn {
  std::string name;
};
const json::Struct& describe(const PersonalColumn*);

rulebook::RuleSet personal_columns_set();
/// As known today of that day; empty where nothing has been published.
PersonalColumns personal_columns(db::Tx& tx, Date day);

}  // namespace zr::imports
