/// The commands of this module. A command is run with the kinds of the house, which it carries.
#include "files/files.h"
#include "imports/grounds.h"
#include "imports/operations.h"
#include "imports/personal_columns.h"

namespace zr::imports {

namespace {

using journal::Changed;
using journal::Command;
using journal::Context;
using journal::Eyes;
using journal::Preparation;
using journal::Traits;
using Shared = std::shared_ptr<const Kinds>;

template <class In, class Out>
Command with(const Shared& kinds, const Traits& traits,
             Result<Out> (*run)(Context&, const In&, const Kinds&),
             Result<Done> (*before)(Preparation&, In&, const Kinds&) = nullptr) {
  std::function<Result<Done>(Preparation&, In&)> prepare;
  if (before)
    prepare = [before, kinds](Preparation& in, In& input) { return before(in, input, *kinds); };
  return journal::command<In, Out>(
      traits, [run, kinds](Context& in, const In& input) { return run(in, input, *kinds); },
      std::move(prepare));
}

std::vector<Refusal> and_those_of(std::vector<Refusal> grounds, const Kinds& kinds) {
  for (const Kind& kind : kinds.all())
    grounds.insert(grounds.end(), kind.refuses.begin(), kind.refuses.end());
  return grounds;
}

std::vector<Command> entering(const Shared& kinds) {
  return {
      with<CreateImport, CreatedImport>(
          kinds,
          {"imports",
           "create",
           "上传导入文件",
           "Enter a file to import",
           Eyes::two,
           {no_such_kind, kind_not_yours, organisation_not_yours, no_such_basis, date_ahead,
            already_open, import_closed, partly_applied, no_such_column, field_mapped_twice,
            files::not_a_scan}},
          create, before_create),
      with<MapImport, Changed>(kinds,
                               {"imports",
                                "map",
                                "对应列与单位",
                                "Map the columns",
                                Eyes::two,
                                {import_closed, no_such_basis, date_ahead, no_such_column,
                                 field_mapped_twice, sheet_corrected}},
                               map, before_map),
      with<OneImport, Changed>(kinds,
                               {"imports",
                                "discard",
                                "放弃导入",
                                "Give an import up",
                                Eyes::two,
                                {import_closed, partly_applied},
                                Traits::Version::asked},
                               discard),
      with<OneImport, Changed>(
          kinds,
          {"imports",
           "confirm",
           "确认代录内容",
           "Confirm what was entered on one's behalf",
           Eyes::two,
           {not_on_behalf, not_for_you_to_confirm, already_confirmed, import_closed, not_applied},
           Traits::Version::asked},
          confirm),
      with<AttachScan, Changed>(kinds,
                                {"imports",
                                 "attach-scan",
                                 "附盖章扫描件",
                                 "Attach the stamped scan",
                                 Eyes::two,
                                 {not_on_behalf, import_closed, not_applied, files::not_a_scan}},
                                attach_scan)};
}

}  // namespace

std::vector<Command> commands(const std::vector<Kind>& kinds, journal::ProgressTeller told) {
  const auto shared = std::make_shared<const Kinds>(kinds, std::move(told));
  std::vector<Command> all = entering(shared);
  all.push_back(with<MendImport, Changed>(shared,
                                          {"imports",
                                           "mend",
                                           "更正单元格",
                                           "Mend cells",
                                           Eyes::two,
                                           {import_closed, no_such_column, no_such_line}},
                                          mend, before_mend));
  all.push_back(
      with<AnswerImport, Changed>(shared,
                                  {"imports",
                                   "answer",
                                   "答复问题",
                                   "Answer questions",
                                   Eyes::two,
                                   {import_closed, no_such_question, no_such_choice, date_ahead}},
                                  answer, before_answer));
  all.push_back(with<ApplyImport, AppliedImport>(
      shared,
      {"imports", "apply", "确认导入", "Import the rows", Eyes::two,
       and_those_of(
           {import_closed, has_errors, questions_open, nothing_to_import, already_imported},
           *shared),
       Traits::Version::asked},
      apply, before_apply));
  all.push_back(with<OneImport, Changed>(
      shared,
      {"imports", "undo", "撤销导入", "Undo an import", Eyes::four,
       and_those_of({not_applied, undo_too_late}, *shared), Traits::Version::asked},
      undo));
  return all;
}

std::vector<rulebook::RuleSet> rule_sets() {
  return {personal_columns_set()};
}

}  // namespace zr::imports
