#include "ledger/places.h"

#include <algorithm>
#include <array>

#include "ledger/rules/nearest_word.h"

namespace zr::ledger {

namespace {

/// What banks write for their head office.
bool means_head_office(std::string_view text) {
  static constexpr std::array words{std::string_view("总行"), std::string_view("总行本部"),
                                    std::string_view("本部"), std::string_view("本级")};
  return std::ranges::find(words, text) != words.end();
}

}  // namespace

Places::Places(const Known& known) : known_(known) {
  const auto name = [&](const std::string& text, const Office& office) {
    const auto [entry, added] = offices_.emplace(text, &office);
    if (!added && entry->second && entry->second->id != office.id) entry->second = nullptr;
  };
  for (const Office& office : known.offices) {
    by_id_.emplace(office.id, &office);
    if (office.path == known.organisation_path) organisation_ = &office;
    name(office.name, office);
    if (office.short_name) name(*office.short_name, office);
    if (office.path.starts_with(known.organisation_path)) office_names_.push_back(office.name);
  }
  for (const access::Region& region : known.regions) {
    region_names_.push_back(region.name);
    for (const std::string& text : {region.name, region.short_name, region.code})
      regions_.emplace(text, &region);
  }
  for (const auto& [uscc, borrower] : known.borrowers)
    borrowers_.emplace(borrower.id, &borrower.name);
}

const Office* Places::named(const std::string& text) const {
  const auto found = offices_.find(text);
  return found == offices_.end() ? nullptr : found->second;
}

FoundOffice Places::office(const std::optional<std::string>& bank,
                           const std::optional<std::string>& branch) const {
  const Office* office = organisation_;
  if (bank) {
    const Office* said = named(*bank);
    if (!said) return {.fault = OfficeFault::bank};
    // A column "机构" may name the branch itself; the head office's name says no more than the
    // bank.
    if (said->id != known_.bank) office = said;
  }
  if (branch && !(means_head_office(*branch) && organisation_->id == known_.bank)) {
    office = named(*branch);
    if (!office) return {.fault = OfficeFault::branch};
  }
  if (!office->path.starts_with(known_.organisation_path))
    return {.fault = branch ? OfficeFault::branch : OfficeFault::bank};
  if (office->id == known_.bank) return {};
  return {.branch = office->id};
}

FoundRegion Places::region(const std::optional<std::string>& district,
                           const std::optional<std::string>& zone) const {
  FoundRegion found;
  const auto take = [&](const std::optional<std::string>& text) {
    const auto entry = text ? regions_.find(*text) : regions_.end();
    if (entry == regions_.end()) return !text;
    const access::Region& region = *entry->second;
    if (region.kind == access::RegionKind::zone) {
      found.zone = region.code;
      if (!found.district) found.district = region.host;
    } else {
      found.district = region.code;
    }
    return true;
  };
  found.district_known = take(district);
  found.zone_known = take(zone);
  return found;
}

std::optional<std::string> Places::office_meant(std::string_view text) const {
  return nearest_word(text, office_names_);
}

std::optional<std::string> Places::region_meant(std::string_view text) const {
  return nearest_word(text, region_names_);
}

const std::string& Places::borrower_name(std::int64_t enterprise) const {
  static const std::string unnamed = "—";
  const auto found = borrowers_.find(enterprise);
  return found == borrowers_.end() ? unnamed : *found->second;
}

bool Places::own(const std::optional<std::int64_t>& branch) const {
  const auto office = by_id_.find(branch.value_or(known_.bank));
  return office != by_id_.end() && office->second->path.starts_with(known_.organisation_path);
}

}  // namespace zr::ledger
