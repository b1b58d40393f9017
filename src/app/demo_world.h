#pragma once
/// The invented city of `zhirong demo`: banks, enterprises and notes with everything that becomes
/// of them, from a seed and nothing else. Every name says that it is an example 示例; no real bank,
/// company or person, no real figure.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "json/value.h"

namespace zr::app {

/// A generator whose numbers are the same on every machine; never used for secrets.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  /// 0 … below - 1.
  std::int64_t below(std::int64_t limit);
  bool one_in(std::int64_t n) { return below(n) == 0; }
  template <class Items>
  const auto& of(const Items& items) {
    return items[static_cast<std::size_t>(below(static_cast<std::int64_t>(std::size(items))))];
  }

 private:
  std::uint64_t state_;
};

/// How a bank answers the quarterly return.
enum class DemoManner {
  by_rows,    ///< imports its ledger; the return is built from it
  by_form,    ///< sends its own table, no rows
  nil,        ///< nothing to report
  on_behalf,  ///< mails its file; the bureau enters it, the bank confirms
};

struct DemoBank {
  std::string name;
  std::string short_name;
  std::string login;  ///< prefix of its sign-ins
  std::vector<std::string> branches;
  DemoManner manner = DemoManner::by_rows;
};

struct DemoFirm {
  std::string name;
  std::string uscc;
  std::string region;  ///< name of its district
};

struct DemoNote {
  std::size_t bank = 0;
  std::size_t branch = 0;
  std::size_t firm = 0;
  std::string number;
  std::string contract;
  std::string rights;    ///< "专利", "专利、商标"
  std::string security;  ///< as banks write it
  Date disbursed_on{};
  Date matures_on{};
  Money amount{};
  Money secured{};
  Money granted{};
  enum class Course { instalments, bullet, late_once, goes_bad } course = Course::bullet;

  Money balance(Date day) const;
  std::int64_t overdue_days(Date day) const;
  std::string_view loan_class(Date day) const;  ///< as banks write it: 正常, 关注 …
};

struct DemoWorld {
  std::vector<DemoBank> banks;
  std::vector<DemoFirm> firms;
  std::vector<DemoNote> notes;
};

/// 21 banks, enterprises in every district, 600 notes disbursed from 2022 to `until`.
DemoWorld demo_world(std::uint64_t seed, Date until, const std::vector<std::string>& districts);

/// The cells of a return that a bank without rows types: a business that grows evenly.
json::Object demo_form(std::size_t bank, Quarter quarter);

/// A bank's ledger as it keeps it: CSV text with a title, a header row and a totals row; the column
/// order and the unit (元 or 万元) are the bank's own. Notes open on `day` or settled after
/// `since`.
std::string demo_ledger(const DemoWorld& world, std::size_t bank, Date since, Date day);

}  // namespace zr::app
