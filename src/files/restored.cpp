/// That a city was restored, as a record.
#include "files/backup.h"
#include "files/store.h"

namespace zr::files {

namespace {

Result<journal::Changed> record(journal::Context& in, const RecordRestore&) {
  store::forget_restored(in.tx);
  return journal::Changed{.id = in.sequence, .version = in.sequence};
}

}  // namespace

Result<Done> record_restore(journal::Journal& journal) {
  const auto restored = journal.read([](db::Tx& tx) { return store::restored(tx); });
  if (!restored) return Done{};
  const auto answer = journal.submit({.actor = access::Actor::program(),
                                      .command = journal.find("restores.record"),
                                      .body = json::Object{{"taken", restored->taken.text()},
                                                           {"restored", restored->restored.text()},
                                                           {"records", restored->records},
                                                           {"head", restored->head}},
                                      .key = "restore " + restored->restored.text()});
  return answer ? Result<Done>(Done{}) : answer.problem();
}

std::vector<journal::Command> restore_commands() {
  return {journal::command<RecordRestore, journal::Changed>(
      {.noun = "restores",
       .verb = "record",
       .zh = "从备份恢复",
       .en = "Restore from a backup",
       .eyes = journal::Eyes::two,
       .refuses = {},
       .callers = journal::Traits::Callers::program},
      record)};
}

}  // namespace zr::files
