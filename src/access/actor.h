#pragma once
/// Who acts, for which organisation, with which rights, and which rows that lets them see. The one
/// place that every command and every list asks; no handler decides visibility by itself.
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "access/party_kind.h"

namespace zr::access {

/// Action names ("returns.submit") and checking rights ("returns.submit/check").
using Rights = std::set<std::string, std::less<>>;

/// What an actor may do before anything else.
enum class Gate { open, must_change_password };

/// Where an actor's power comes from.
enum class Power {
  granted,     ///< from roles
  everything,  ///< the program itself: init and jobs
};

/// A signed-in person acting for an organisation. Made by leaving fields out it is nobody, who may
/// do nothing; the program has to be named.
struct Actor {
  std::int64_t person = 0;
  std::int64_t account = 0;
  std::int64_t organisation = 0;
  std::int64_t session =
      0;  ///< through which the person acts; 0 for the program and a checked maker
  PartyKind kind = PartyKind::platform;
  std::string path;    ///< of the organisation: "/12/" or, for a branch, "/12/40/"
  std::string region;  ///< district of the organisation; empty for city level
  std::shared_ptr<const Rights> rights;
  Gate gate = Gate::open;
  Power power = Power::granted;

  /// Init and jobs, which may do everything; in the record its numbers are zeros.
  static Actor program() {
    Actor actor;
    actor.power = Power::everything;
    return actor;
  }
  bool is_program() const { return power == Power::everything; }
  bool may(std::string_view right) const {
    return is_program() || (rights && rights->contains(right));
  }
};

/// What everybody who has signed in may do.
inline constexpr std::string_view own_rights[] = {"accounts.change-password", "sessions.end"};

/// Do the rows of a list need a stated legal basis before this reader sees them?
enum class Basis { not_asked, stated };

/// Which rows and which totals an actor sees.
struct Scope {
  std::string rows;  ///< path prefix of the organisations whose business rows are seen; empty: none
  Basis basis = Basis::not_asked;
  std::string
      totals;  ///< "*" city totals, a district code for that district's, empty: own rows only
  bool sees_city_totals() const { return totals == "*"; }
  /// An authority over every organisation of the city.
  bool sees_all_rows() const { return rows == "/"; }
};

/// Loans and returns (issue of the house): a bank its own and below, the regulator all, the city
/// bureau what has a stated legal basis, financial-work and district bureaus totals, others
/// nothing.
Scope scope_of(const Actor& actor);

}  // namespace zr::access
