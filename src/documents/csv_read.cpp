#include "documents/csv_read.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "documents/refusals.h"
#include "documents/text_stream.h"

namespace zr::documents {

namespace {

constexpr std::size_t header_bytes = 64u << 10;
constexpr std::size_t smallest_fill = 64;

/// What ended a scan.
enum class Scan {
  record,
  end,       ///< No record left.
  more,      ///< The buffer ends inside the record,
  inside,    ///< and inside a quoted field of it.
  unclosed,  ///< The text ends inside a quoted field.
  wide,      ///< More columns than are counted.
};

/// Removes the quotes of a field and undoubles those inside, in place; text behind the closing
/// quote is kept as spreadsheets keep it.
std::size_t unquote(char* field, std::size_t size) {
  bool quoted = true;
  std::size_t out = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (field[i] != '"') {
      field[out++] = field[i];
    } else if (!quoted) {
      field[out++] = '"';
    } else if (i + 1 < size && field[i + 1] == '"') {
      field[out++] = '"';
      ++i;
    } else {
      quoted = false;
    }
  }
  return out;
}

/// Records cut out of a buffer that is refilled from the text.
class Records {
 public:
  Records(TextStream& text, const Limits& limits) : text_(text), limits_(limits) {
    buffer_.resize(limits.row_bytes + 1);
  }

  /// Loads the first piece and finds the separator in it.
  Result<char> open();
  /// The next record's cells, in `cells()`; Scan::end after the last.
  Result<Scan> next();
  std::span<const Cell> cells() const { return {cells_.data(), used_}; }

 private:
  Result<Done> fill();
  Scan scan();
  bool scan_quoted(char*& at, Scan& verdict);
  void add(char* field, char* end);

  TextStream& text_;
  const Limits& limits_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool complete_ = false;  ///< No text follows what the buffer holds.
  bool after_cr_ = false;  ///< A line feed here belongs to the record before.
  std::array<bool, 256> stops_{};
  char separator_ = ',';
  std::vector<Cell> cells_;
  std::vector<std::size_t> quoted_;  ///< Cells still to be unquoted once the record is whole.
  std::size_t used_ = 0;             ///< Cells up to the last that is not empty.
};

Result<Done> Records::fill() {
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  while (!complete_ && buffer_.size() - 1 - end_ >= smallest_fill) {
    const auto got = text_.read(std::span(buffer_).subspan(end_, buffer_.size() - 1 - end_));
    if (!got) {
      // Whole records already here are given first, so that the refusal names the right row.
      const std::string_view held(buffer_.data(), end_);
      if (held.find_first_of("\r\n") == std::string_view::npos) return got.problem();
      break;
    }
    complete_ = *got == 0;
    end_ += *got;
  }
  buffer_[end_] = '\n';  // sentinel: the inner loops need no test for the end
  return Done{};
}

Result<char> Records::open() {
  if (const auto filled = fill(); !filled) return filled.problem();
  separator_ = separator_of({buffer_.data(), std::min(end_, header_bytes)});
  for (const char c : {separator_, '\r', '\n'}) stops_[static_cast<unsigned char>(c)] = true;
  return separator_;
}

void Records::add(char* field, char* end) {
  const std::string_view text(field, static_cast<std::size_t>(end - field));
  cells_.push_back(
      {.kind = text.empty() ? CellKind::empty : CellKind::text, .text = text, .date = {}});
  if (!text.empty()) used_ = cells_.size();
}

/// From an opening quote to the separator or line end behind its field. False: see `verdict`.
bool Records::scan_quoted(char*& at, Scan& verdict) {
  char* const limit = buffer_.data() + end_;
  char* const field = at + 1;
  char* close = field;
  for (;;) {
    close = static_cast<char*>(std::memchr(close, '"', static_cast<std::size_t>(limit - close)));
    if (close == nullptr || (close + 1 == limit && !complete_)) {
      verdict = complete_ ? Scan::unclosed : Scan::inside;
      return false;
    }
    if (close + 1 == limit || close[1] != '"') break;
    close += 2;
  }
  at = close + 1;
  while (!stops_[static_cast<unsigned char>(*at)]) ++at;
  const bool plain = at == close + 1 &&
                     std::memchr(field, '"', static_cast<std::size_t>(close - field)) == nullptr;
  add(field, plain ? close : at);
  if (!plain) quoted_.push_back(cells_.size() - 1);
  return true;
}

/// One pass over the record at begin_. Nothing in the buffer changes before its end was seen, so a
/// record cut by the buffer's end is simply scanned again.
Scan Records::scan() {
  char* const limit = buffer_.data() + end_;
  char* at = buffer_.data() + begin_;
  cells_.clear();
  quoted_.clear();
  used_ = 0;
  if (after_cr_ && at != limit && *at == '\n') ++at;
  if (at == limit) return complete_ ? Scan::end : Scan::more;
  for (;;) {
    if (cells_.size() == static_cast<std::size_t>(limits_.columns)) return Scan::wide;
    if (*at == '"') {
      Scan verdict{};
      if (!scan_quoted(at, verdict)) return verdict;
    } else {
      char* const field = at;
      while (!stops_[static_cast<unsigned char>(*at)]) ++at;
      add(field, at);
    }
    if (at == limit) {
      if (!complete_) return Scan::more;
      begin_ = end_;
      return Scan::record;
    }
    if (*at != separator_) break;
    ++at;
  }
  after_cr_ = *at == '\r';
  begin_ = static_cast<std::size_t>(at + 1 - buffer_.data());
  return Scan::record;
}

Result<Scan> Records::next() {
  const auto cut = [](Scan verdict) { return verdict == Scan::more || verdict == Scan::inside; };
  Scan verdict = scan();
  if (cut(verdict)) {
    if (const auto filled = fill(); !filled) return filled.problem();
    verdict = scan();
  }
  if (verdict == Scan::unclosed) return unclosed_quote;
  if (verdict == Scan::wide) return too_many_columns;
  if (cut(verdict)) {
    const bool full = buffer_.size() - 1 - end_ < smallest_fill;
    if (!full) return bad_encoding;
    // A quote open for a whole buffer was forgotten rather than meant.
    return verdict == Scan::inside ? unclosed_quote : text_too_long;
  }
  for (const std::size_t i : quoted_) {
    auto& cell = cells_[i];
    char* const field = buffer_.data() + (cell.text.data() - buffer_.data());
    cell.text = cell.text.substr(0, unquote(field, cell.text.size()));
  }
  if (used_ > static_cast<std::size_t>(limits_.used_columns)) return too_many_columns;
  for (std::size_t i = 0; i < used_; ++i)
    if (cells_[i].text.size() > limits_.cell_bytes) return text_too_long;
  return verdict;
}

/// Counts a candidate outside quotes in each record of the text, up to the number of counts asked.
std::size_t count_per_record(std::string_view head, char candidate, std::span<int> counts) {
  std::size_t records = 0;
  bool quoted = false;
  bool closed = false;  // just now: a further quote is a doubled one
  bool at_start = true;
  for (const char c : head) {
    if (records == counts.size()) break;
    if (c == '"') {
      const bool opens = !quoted && (at_start || closed);
      closed = quoted;
      quoted = opens;
      at_start = false;
      continue;
    }
    closed = false;
    if (quoted) continue;
    if (c == '\n' || c == '\r') {
      if (!at_start || counts[records] > 0) ++records;
      at_start = true;
    } else {
      at_start = c == candidate;
      if (at_start) ++counts[records];
    }
  }
  return records < counts.size() ? records + 1 : records;
}

/// Commonest non-zero count times the records that have it: thousands commas in a tab-separated
/// file or one comma in a title stay far below the true separator.
int evenness(std::string_view head, char candidate) {
  constexpr std::size_t header_records = 30;
  std::array<int, header_records> counts{};
  const std::size_t records = count_per_record(head, candidate, counts);
  int best = 0;
  for (std::size_t i = 0; i < records; ++i) {
    const auto same =
        std::count(counts.begin(), counts.begin() + static_cast<long>(records), counts[i]);
    best = std::max(best, counts[i] * static_cast<int>(same));
  }
  return best;
}

}  // namespace

char separator_of(std::string_view head) {
  char best = ',';
  for (const char candidate : {'\t', ';'})
    if (evenness(head, candidate) > evenness(head, best)) best = candidate;
  return best;
}

Result<TableFacts> read_csv(const Source& source, const RowSink& sink, const Limits& limits) {
  if (source.size() > limits.file_bytes) return file_too_large;
  if (source.size() == 0) return empty_file;
  const Encoding encoding = encoding_of(source);
  TextStream text(source, encoding);
  Records records(text, limits);
  const auto separator = records.open();
  if (!separator) return in_row(separator.problem().refusal, 1);
  TableFacts facts{.kind = FileKind::text,
                   .encoding = encoding,
                   .separator = *separator,
                   .date_system = DateSystem::from_1900,
                   .sheets = {SheetFacts{}}};
  for (int number = 1;; ++number) {
    const auto verdict = records.next();
    if (!verdict) return in_row(verdict.problem().refusal, number);
    if (*verdict == Scan::end) break;
    if (number > limits.rows) return in_row(too_many_rows, number);
    if (records.cells().empty()) continue;
    ++facts.sheets[0].rows;
    if (sink({.number = number, .cells = records.cells()}) == Continue::no) break;
  }
  return facts;
}

}  // namespace zr::documents
