#pragma once
/// A command: the only way anything changes. Its declaration is the API, its name is the right, and
/// it cannot be declared without saying how many eyes it needs and on which grounds it refuses.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/date.h"
#include "db/tx.h"
#include "json/describe.h"

namespace zr::journal {

inline constexpr Refusal version_missing{"version_missing", "缺少 If-Match，请刷新后再试",
                                         "If-Match is missing", RefusalKind::no_version};
inline constexpr Refusal version_stale{"version_stale", "内容已被他人修改，请刷新后再试",
                                       "Somebody changed this; reload first", RefusalKind::stale};

/// How many people a command needs.
enum class Eyes {
  two,            ///< one person
  four,           ///< a second person approves before it takes effect
  four_once_two,  ///< four as soon as two people hold the checking right; before, the record says
                  ///< sole
};

/// A fact told to readers of the record; holds ids only, nothing personal.
struct Event {
  std::string kind;
  std::vector<std::int64_t> subjects;
};

/// What a command's function works with. Transaction, role, scope, key, maker–checker and record
/// belong to the pipeline.
struct Context {
  db::Tx& tx;
  const access::Actor& actor;
  const access::Actor* checker;  ///< set when a second person has approved
  access::Scope scope;
  Date today;        ///< the business date
  Instant received;  ///< last byte of the command; judges timeliness
  std::int64_t sequence;
  std::optional<std::int64_t> expected_version;  ///< from If-Match
  std::vector<Event> events{};
  std::int64_t ids_given = 0;
  std::optional<Date> new_business_date{};  ///< set by init and day.close only

  /// A new id, the same on every engine and in every replay.
  std::int64_t new_id();
  void raise(std::string_view kind, std::vector<std::int64_t> subjects) {
    events.push_back({std::string(kind), std::move(subjects)});
  }
};

/// What may be done before the command queues for the writer: slow work on files, on the caller's
/// own thread, with a snapshot to read from that no reader has to wait for.
struct Preparation {
  db::Tx& tx;
  const access::Actor& actor;
  Instant received;
};

/// The declaration of a command.
struct Traits {
  std::string_view noun;  ///< plural: "claims"
  std::string_view verb;  ///< "settle"; "create" is POST on the noun itself
  std::string_view zh;
  std::string_view en;
  Eyes eyes;
  std::vector<Refusal> refuses;
  /// Needs If-Match with the version that the caller has seen.
  enum class Version { not_asked, asked } version = Version::not_asked;
  /// Commands of the program (init, jobs) have no route and stand in no role.
  enum class Callers { people, program } callers = Callers::people;
};

/// Storage for one input struct, whatever its type.
using Input = std::shared_ptr<void>;

/// The password of the account that acts, asked again as its signature. It falls under the lock
/// that signing in has, and each wrong one is told to the access log.
struct Signature {
  std::string_view field;  ///< "/password"
  Refusal wrong;           ///< also for the right one while the login is locked
  std::function<const std::string&(const void*)> password;
};

struct Command;

/// A waiting command that a second person now approves: it runs for its maker, in this record.
struct Approval {
  const Command* command;
  Input input;
  access::Actor maker;
  std::int64_t waiting;
  std::optional<std::int64_t> expected_version;  ///< the version that its maker had seen
};

struct Command {
  Traits traits;
  const json::Struct& (*input)();
  const json::Struct& (*output)();
  Input (*make)();
  std::function<Result<Done>(Preparation&, void*)> prepare;  ///< may be empty
  /// Answers the canonical JSON of the output.
  std::function<Result<std::string>(Context&, const void*)> run;
  /// Only commands.approve: finds what is approved instead of running by itself.
  std::function<Result<Approval>(Context&, const void*)> approves{};
  /// Checked before anything else is prepared, outside any transaction.
  std::optional<Signature> signature{};
  /// Makes of what was typed what may be kept (of a password its hash), outside any transaction.
  std::function<void(void*)> seal{};

  /// "claims.settle"; the bare noun where there is no verb ("init").
  std::string name() const {
    const std::string noun(traits.noun);
    return traits.verb.empty() ? noun : noun + "." + std::string(traits.verb);
  }
  /// Does the path carry the id of one subject? True when the input has a field `id`.
  bool of_one() const { return input().find("id") != nullptr; }
};

template <class In, class Out>
Command command(const Traits& traits, std::function<Result<Out>(Context&, const In&)> run,
                std::function<Result<Done>(Preparation&, In&)> prepare = {}) {
  Command made{
      .traits = traits,
      .input = []() -> const json::Struct& { return json::struct_of<In>(); },
      .output = []() -> const json::Struct& { return json::struct_of<Out>(); },
      .make = []() -> Input { return std::make_shared<In>(); },
      .prepare = {},
      .run = [run = std::move(run)](Context& in, const void* input) -> Result<std::string> {
        auto out = run(in, *static_cast<const In*>(input));
        if (!out) return out.problem();
        return json::write(*out);
      }};
  if (prepare)
    made.prepare = [prepare = std::move(prepare)](Preparation& before, void* input) {
      return prepare(before, *static_cast<In*>(input));
    };
  return made;
}

/// The usual answer of a command that makes or changes one subject.
struct Changed {
  std::int64_t id = 0;
  std::int64_t version = 0;  ///< sequence of the record; the ETag of the subject from now on
};
const json::Struct& describe(const Changed*);

}  // namespace zr::journal
