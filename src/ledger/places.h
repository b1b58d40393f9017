#pragma once
/// Names in a file as what they stand for: offices of the bank, districts and zones, and back the
/// names of borrowers. Each distinct text is looked up once a file.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/known.h"

namespace zr::ledger {

/// Which name of an office is not one.
enum class OfficeFault { none, bank, branch };

struct FoundOffice {
  std::optional<std::int64_t> branch = {};  ///< Empty: the head office itself.
  OfficeFault fault = OfficeFault::none;
};

struct FoundRegion {
  std::optional<std::string> district = {};
  std::optional<std::string> zone = {};
  bool district_known = true;
  bool zone_known = true;
};

class Places {
 public:
  explicit Places(const Known& known);

  /// The office that keeps a note: the branch named, else the one that imports. Both must be of
  /// the organisation that the file is imported for.
  FoundOffice office(const std::optional<std::string>& bank,
                     const std::optional<std::string>& branch) const;
  /// A zone named as a district counts as the zone, in the district that hosts it.
  FoundRegion region(const std::optional<std::string>& district,
                     const std::optional<std::string>& zone) const;
  std::optional<std::string> office_meant(std::string_view text) const;
  std::optional<std::string> region_meant(std::string_view text) const;
  const std::string& borrower_name(std::int64_t enterprise) const;
  /// Is a note of this branch the importing organisation's?
  bool own(const std::optional<std::int64_t>& branch) const;

 private:
  const Office* named(const std::string& text) const;

  const Known& known_;
  const Office* organisation_ = nullptr;
  std::unordered_map<std::string, const Office*> offices_;  ///< Null where a name is of two.
  std::unordered_map<std::int64_t, const Office*> by_id_;
  std::unordered_map<std::string, const access::Region*> regions_;
  std::unordered_map<std::int64_t, const std::string*> borrowers_;
  std::vector<std::string> office_names_;
  std::vector<std::string> region_names_;
};

}  // namespace zr::ledger
