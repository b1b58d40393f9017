#include "forms/store.h"

namespace zr::forms::store {

const db::Table round_table{"forms_round", &json::struct_of<Round>, {"id"}, db::Keeping::plain};
const db::Table answer_table{
    "forms_answer", &json::struct_of<Answer>, {"id"}, db::Keeping::covered};
const db::Table draft_table{"forms_draft", &json::struct_of<Draft>, {"answer"}, db::Keeping::plain};
const db::Table version_table{
    "forms_version", &json::struct_of<Version>, {"id"}, db::Keeping::covered};
const db::Table version_state_table{"forms_version_state",
                                    &json::struct_of<VersionState>,
                                    {"subject", "effective", "sequence"},
                                    db::Keeping::covered};

}  // namespace zr::forms::store
