/// The rows of a covered table against the digests in the record.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>

#include "crypto/digest.h"
#include "journal/verify_parts.h"

namespace zr::journal {

namespace {

/// Lines held at once. A larger table is read in several passes, each for a range of records.
constexpr std::size_t most_lines = 200'000;
constexpr std::size_t most_keys_shown = 20;

struct Line {
  std::int64_t record;
  std::string text;
  auto operator<=>(const Line&) const = default;
};

/// The record that a line says wrote it. A quote inside a text is escaped, so this is the member.
std::int64_t record_of(std::string_view line) {
  constexpr std::string_view member = "\"sequence\":";
  const auto at = line.find(member);
  std::int64_t record = 0;
  if (at != std::string_view::npos)
    std::from_chars(line.data() + at + member.size(), line.data() + line.size(), record);
  return record;
}

/// The lines of the records after one and up to another, as many as may be held.
struct Slice {
  std::int64_t up_to = INT64_MAX;
  std::size_t most = most_lines;
  std::vector<Line> lines{};

  /// Leaves the later half for another pass. The rows of one record are never parted.
  void halve() {
    const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
    std::ranges::nth_element(lines, middle, {}, &Line::record);
    up_to = middle->record;
    std::erase_if(lines, [&](const Line& line) { return line.record > up_to; });
    if (lines.size() == most + 1) most *= 2;
  }
};

Slice slice_after(db::Connection& connection, const db::Table& table, std::int64_t after) {
  Slice slice;
  db::each_line(connection, table, [&](std::string text) {
    const std::int64_t record = record_of(text);
    if (record <= after || record > slice.up_to) return;
    slice.lines.push_back({record, std::move(text)});
    if (slice.lines.size() > slice.most) slice.halve();
  });
  std::ranges::sort(slice.lines);
  return slice;
}

std::string keys_of(std::span<const Line> rows) {
  std::string keys;
  for (const Line& row : rows.first(std::min(rows.size(), most_keys_shown))) {
    const auto key = row.text.find('\t') + 1;
    keys += ' ' + row.text.substr(key, row.text.find('\t', key) - key);
  }
  if (rows.size() > most_keys_shown) keys += fmt::format(" … +{}", rows.size() - most_keys_shown);
  return keys.empty() ? " –" : keys;
}

/// Words for what happened to the rows of a record.
struct Change {
  std::string_view zh;
  std::string_view en;
};
constexpr Change changed{"有行被修改", "rows changed"};
constexpr Change missing{"有行缺失", "rows missing"};
constexpr Change added{"有行被添加", "rows added"};

void say(std::string_view table, const Claim& claim, const Change& change,
         std::span<const Line> rows, Verification& out) {
  const std::string keys = keys_of(rows);
  out.add({.kind = FindingKind::rows,
           .table = std::string(table),
           .record = claim.record,
           .text_zh = fmt::format("表 {} 记录 {}：{}（记录 {} 行，实有 {} 行）；带该记录号的行：{}",
                                  table, claim.record, change.zh, claim.count, rows.size(), keys),
           .text_en =
               fmt::format("table {}, record {}: {} ({} recorded, {} here); rows that carry it:{}",
                           table, claim.record, change.en, claim.count, rows.size(), keys)});
}

void compare(std::string_view table, const Claim& claim, std::span<const Line> rows,
             Verification& out) {
  const auto here = static_cast<std::int64_t>(rows.size());
  if (here < claim.count) say(table, claim, missing, rows, out);
  if (here > claim.count) say(table, claim, added, rows, out);
  if (here != claim.count) return;
  crypto::Sha256 digest;
  for (const Line& row : rows) digest.add(row.text).add("\n");
  if (digest.finish_hex() != claim.sha256) say(table, claim, changed, rows, out);
}

}  // namespace

void judge_rows(db::Connection& connection, const db::Table& table,
                const std::vector<Claim>& claims, Verification& out) {
  auto claim = claims.begin();
  for (std::int64_t after = INT64_MIN; after < INT64_MAX;) {
    const Slice slice = slice_after(connection, table, after);
    auto from = slice.lines.begin();
    const auto claimed = [&] { return claim != claims.end() && claim->record <= slice.up_to; };
    while (from != slice.lines.end() || claimed()) {
      const bool recorded =
          claimed() && (from == slice.lines.end() || claim->record <= from->record);
      const Claim here = recorded ? *claim++ : Claim{.record = from->record, .sha256 = {}};
      const auto to = std::find_if(from, slice.lines.end(),
                                   [&](const Line& row) { return row.record != here.record; });
      compare(table.name, here, {from, to}, out);
      from = to;
    }
    after = slice.up_to;
  }
}

}  // namespace zr::journal
