#pragma once
/// What happens on the writer's thread for one submission: key, command, maker–checker, record.
#include <string>

#include "journal/journal.h"
#include "journal/record.h"
#include "journal/vault.h"
#include "journal/writer.h"

namespace zr::journal {

/// A submission after admission: its right has been checked, its input read and prepared.
struct Admitted {
  const Submission& submission;
  const Command& command;
  Input input;
  std::string plain_body;  ///< canonical text, compared by digest when the key comes again
  Instant received;
};

class Turn {
 public:
  Turn(const Journal& journal, PersonalVault& vault, db::Connection& connection, Chain& chain)
      : journal_(journal),
        vault_(vault),
        connection_(connection),
        chain_(chain),
        tx_(connection, &vault, &recorder_) {}

  Result<Answer> run(const Admitted& admitted);

 private:
  enum class Path { effect, wait, effect_alone };
  std::optional<Result<Answer>> replay(const Admitted& admitted);
  Result<Answer> decide(const Admitted& admitted);
  Path path_of(const Admitted& admitted);
  Result<Answer> keep_waiting(const Admitted& admitted, const std::string& body);
  Result<Answer> approve(const Admitted& admitted, Context& outer);
  Result<Answer> refused(const Admitted& admitted, Entry entry, const Command& command,
                         const Problem& problem);
  void remember(const Admitted& admitted, std::string_view state, const std::string& answer);
  void finish(const Admitted& admitted, Entry& entry, const Context& in, const std::string& result);
  void undo();

  const Journal& journal_;
  PersonalVault& vault_;
  db::Connection& connection_;
  Chain& chain_;
  Recorder recorder_;
  db::Tx tx_;
};

/// A problem as kept for a replay, and back; the ground is looked up among those commands declare.
std::string problem_json(const Problem& problem);
Problem problem_from(const json::Value& stored, const Journal& journal);

}  // namespace zr::journal
