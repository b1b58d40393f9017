#pragma once
/// Where the demo city is played: a journal under the virtual clock, the people with their
/// passwords, and what they do one after the other through the same pipeline as everybody. Whatever
/// is refused is a fault of the play and throws std::runtime_error naming command and ground.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "app/city.h"
#include "journal/clock.h"
#include "journal/journal.h"

namespace zr::app {

/// A sign-in of the demo city.
struct DemoPerson {
  std::string login;
  std::string name;
  std::string organisation;  ///< its name
  std::string role;          ///< in Chinese
  std::int64_t account = 0;
  std::string password = {};
  bool handed_out = false;  ///< a visitor gets it
};

class DemoStage {
 public:
  DemoStage(journal::Journal& journal, journal::VirtualClock& clock)
      : journal_(journal), clock_(clock), agenda_(day_ends()) {}

  journal::Journal& journal() { return journal_; }
  Date today() const { return clock_.now().date(); }

  /// Lets time pass until that moment: every night in between is closed by the program's own jobs.
  void reach(Instant moment);
  /// So many minutes after midnight of a day.
  void reach(Date day, int minutes) {
    reach(Instant::start_of(day) + std::chrono::minutes(minutes));
  }

  void know(DemoPerson person) { people_.insert_or_assign(person.login, std::move(person)); }
  const DemoPerson& person(const std::string& login) const { return people_.at(login); }
  const std::map<std::string, DemoPerson>& people() const { return people_; }

  /// One person's command; answers its body.
  json::Value does(const std::string& login, std::string_view command, json::Value body,
                   std::optional<std::int64_t> seen = {});
  /// A command that waits for a second person afterwards; answers its number.
  std::int64_t asks(const std::string& login, std::string_view command, json::Value body,
                    std::optional<std::int64_t> seen = {});
  /// The second person approves it with the password; answers what became of it.
  json::Value approves(const std::string& login, std::int64_t waiting);
  /// A file that somebody uploads; answers its digest.
  std::string uploads(const std::string& login, const std::string& name, std::string_view bytes);

 private:
  journal::Answer submit(const std::string& login, std::string_view command, json::Value body,
                         std::optional<std::int64_t> seen);
  access::Actor actor(const std::string& login);
  void run_jobs();

  journal::Journal& journal_;
  journal::VirtualClock& clock_;
  Agenda agenda_;
  std::map<std::string, DemoPerson> people_;
  std::int64_t steps_ = 0;
};

/// The member of an answer that is an id or a version.
std::int64_t number_in(const json::Value& answer, std::string_view member);

}  // namespace zr::app
