#include "documents/xlsx_write.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <new>
#include <optional>
#include <stdexcept>

#include "base/text.h"
#include "documents/date_serial.h"
#include "documents/guard.h"
#include "documents/refusals.h"
#include "documents/source.h"
#include "documents/temporary_file.h"
#include "documents/xlsx_strings.h"

namespace zr::documents {

namespace {

constexpr std::size_t cell_characters = 32'767;
constexpr std::size_t name_characters = 31;
constexpr lxw_row_t rows_of_a_sheet = LXW_ROW_MAX;
constexpr std::size_t narrowest = 8;
constexpr std::size_t widest = 48;  ///< Longer texts wrap.
constexpr std::uint8_t paper_a4 = 9;
constexpr std::size_t kind_count = 7;
constexpr std::size_t mark_count = 3;

/// Columns a text takes: a Chinese character takes two of the digits a width is counted in.
std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) ++width;
    if (byte >= 0xC0) width += 2;
  }
  return width;
}

/// A name Excel accepts: at most 31 characters, none of []:*?/\ and no apostrophe at its ends.
std::string sheet_name(std::string_view wanted) {
  std::string name;
  std::size_t characters = 0;
  for (const char c : wanted) {
    if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u && ++characters > name_characters) break;
    name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
  }
  return name;
}

/// Without the control characters that no XML can hold.
std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r') out += c;
  return out;
}

/// Without the zeros that end a decimal fraction, as the shortest form of a double stands.
std::string_view shortest(std::string_view decimal) {
  if (decimal.find('.') == std::string_view::npos) return decimal;
  while (decimal.ends_with('0')) decimal.remove_suffix(1);
  if (decimal.ends_with('.')) decimal.remove_suffix(1);
  return decimal;
}

/// The double nearest to a plain decimal, if whoever reads it finds the same decimal: beyond some
/// 70 trillion yuan a sheet's numbers skip fen, and another amount must never be shown.
std::optional<double> faithful(std::string_view decimal) {
  double value = 0;
  const auto [end, error] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  if (error != std::errc{} || end != decimal.data() + decimal.size()) return std::nullopt;
  std::array<char, 512> digits{};
  const auto back =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  if (back.ec != std::errc{} || std::string_view(digits.data(), back.ptr) != shortest(decimal))
    return std::nullopt;
  return value;
}

const char* number_format(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::text:
      return "General";
    case ColumnKind::yuan:
    case ColumnKind::wan:
    case ColumnKind::wan_exact:
      return "#,##0.00";
    case ColumnKind::integer:
      return "#,##0";
    case ColumnKind::percent:
      return "0.00%";
    case ColumnKind::date:
      return "yyyy-mm-dd";
  }
  return "General";
}

}  // namespace

struct XlsxWriter::Book {
  TemporaryFile file;
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  SheetPlan plan;
  std::vector<std::size_t> widths;
  lxw_row_t header = 0;
  lxw_row_t last_row = 0;   ///< Of the data; the header's own where there is none.
  bool filter_due = false;  ///< The filter does not yet reach the last row.
  lxw_row_t next = 0;
  std::optional<Problem> refused;
  lxw_format* title = nullptr;
  lxw_format* note = nullptr;
  lxw_format* head = nullptr;
  std::array<std::array<lxw_format*, mark_count>, kind_count> formats{};

  explicit Book(Instant created);
  ~Book() {
    if (workbook != nullptr) lxw_workbook_free(workbook);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  lxw_format* format(ColumnKind kind, Mark mark);
  lxw_col_t last_column() const {
    return static_cast<lxw_col_t>(std::max<std::size_t>(plan.columns.size(), 1) - 1);
  }
  bool room();
  void across(std::string_view text, lxw_format* how);
  void text(lxw_col_t column, std::string_view text, lxw_format* how);
  void cell(lxw_col_t column, const OutCell& cell);
  void filter();
  void end_sheet();
};

XlsxWriter::Book::Book(Instant created) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  workbook = workbook_new_opt(file.path().c_str(), &options);
  if (workbook == nullptr) throw std::bad_alloc();
  lxw_doc_properties properties{};
  properties.created = static_cast<time_t>(created.micros / 1'000'000);
  workbook_set_properties(workbook, &properties);
  title = workbook_add_format(workbook);
  format_set_bold(title);
  format_set_font_size(title, 16);
  format_set_align(title, LXW_ALIGN_CENTER);
  note = workbook_add_format(workbook);
  format_set_align(note, LXW_ALIGN_LEFT);
  head = workbook_add_format(workbook);
  format_set_bold(head);
  format_set_text_wrap(head);
  format_set_align(head, LXW_ALIGN_CENTER);
  format_set_align(head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color(head, 0xDCE6F1);
  format_set_border(head, LXW_BORDER_THIN);
}

/// Formats are made when first used: a sheet without marks carries no colours.
lxw_format* XlsxWriter::Book::format(ColumnKind kind, Mark mark) {
  lxw_format*& slot = formats[static_cast<std::size_t>(kind)][static_cast<std::size_t>(mark)];
  if (slot != nullptr) return slot;
  slot = workbook_add_format(workbook);
  format_set_num_format(slot, number_format(kind));
  format_set_border(slot, LXW_BORDER_THIN);
  format_set_align(slot, LXW_ALIGN_VERTICAL_CENTER);
  if (kind == ColumnKind::text) format_set_text_wrap(slot);
  if (mark == Mark::wrong) format_set_bg_color(slot, 0xFFC7CE);
  if (mark == Mark::doubtful) format_set_bg_color(slot, 0xFFEB9C);
  return slot;
}

bool XlsxWriter::Book::room() {
  if (next >= rows_of_a_sheet && !refused) refused = too_many_rows;
  return !refused;
}

void XlsxWriter::Book::text(lxw_col_t column, std::string_view text, lxw_format* how) {
  const std::string safe = escape(printable(guard(text)));
  if (length(safe) > cell_characters && !refused)
    refused = in_row(text_too_long, static_cast<int>(next) + 1);
  if (refused) return;
  worksheet_write_string(sheet, next, column, safe.c_str(), how);
}

void XlsxWriter::Book::across(std::string_view line, lxw_format* how) {
  if (!room()) return;
  filter();
  if (last_column() > 0) worksheet_merge_range(sheet, next, 0, next, last_column(), "", how);
  text(0, line, how);
  ++next;
}

void XlsxWriter::Book::cell(lxw_col_t column, const OutCell& cell) {
  const ColumnKind shown = plan.columns[column].kind;
  const std::string written = text_of(cell.value, shown);
  widths[column] = std::max(widths[column], display_width(written));
  const auto number = [&](std::optional<double> value, ColumnKind kind) {
    if (!value) return text(column, written, format(ColumnKind::text, cell.mark));
    worksheet_write_number(sheet, next, column, *value, format(kind, cell.mark));
  };
  if (std::holds_alternative<std::monostate>(cell.value)) {
    worksheet_write_blank(sheet, next, column, format(shown, cell.mark));
  } else if (std::holds_alternative<std::string>(cell.value)) {
    text(column, written, format(ColumnKind::text, cell.mark));
  } else if (const auto* share = std::get_if<Ppm>(&cell.value)) {
    // The only division of a share: the sheet wants 0.5 for 50 %, and shows it rounded.
    number(static_cast<double>(share->value) / 1e6, ColumnKind::percent);
  } else if (const auto* day = std::get_if<Date>(&cell.value)) {
    const auto serial = serial_of(*day);
    number(serial ? std::optional<double>(*serial) : std::nullopt, ColumnKind::date);
  } else {
    const bool raw = std::holds_alternative<Decimal>(cell.value);
    const bool money = std::holds_alternative<Money>(cell.value);
    number(faithful(written), raw     ? ColumnKind::text
                              : money ? ColumnKind::yuan
                                      : ColumnKind::integer);
  }
}

/// The library takes a filter only while its last row is not yet written to disk, so it is set just
/// before whatever follows the data.
void XlsxWriter::Book::filter() {
  if (filter_due) worksheet_autofilter(sheet, header, 0, last_row, last_column());
  filter_due = false;
}

void XlsxWriter::Book::end_sheet() {
  if (sheet == nullptr) return;
  filter();
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto width = std::clamp(widths[i] + 2, narrowest, widest);
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, column, column, static_cast<double>(width), nullptr);
  }
}

XlsxWriter::XlsxWriter(Instant created) : book_(std::make_unique<Book>(created)) {}
XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::sheet(SheetPlan plan) {
  Book& book = *book_;
  book.end_sheet();
  assert(!plan.columns.empty());
  book.plan = std::move(plan);
  book.sheet = workbook_add_worksheet(book.workbook, sheet_name(book.plan.name).c_str());
  if (book.sheet == nullptr)
    throw std::invalid_argument("sheet name used twice: " + book.plan.name);
  book.next = 0;
  book.widths.clear();
  worksheet_set_paper(book.sheet, paper_a4);
  worksheet_set_landscape(book.sheet);
  worksheet_fit_to_pages(book.sheet, 1, 0);
  worksheet_center_horizontally(book.sheet);
  worksheet_set_footer(book.sheet, "&C&P / &N");
  if (!book.plan.title.empty()) {
    worksheet_set_row(book.sheet, 0, 28, nullptr);
    book.across(book.plan.title, book.title);
  }
  for (const std::string& note : book.plan.notes) book.across(note, book.note);
  book.header = book.next;
  book.last_row = book.next;
  book.filter_due = true;
  for (std::size_t i = 0; i < book.plan.columns.size(); ++i) {
    const std::string& title = book.plan.columns[i].title;
    book.widths.push_back(display_width(title));
    book.text(static_cast<lxw_col_t>(i), title, book.head);
  }
  ++book.next;
  worksheet_repeat_rows(book.sheet, book.header, book.header);
  worksheet_freeze_panes(book.sheet, book.next, 0);
}

void XlsxWriter::row(std::span<const OutCell> cells) {
  Book& book = *book_;
  assert(cells.size() <= book.plan.columns.size());
  if (!book.room()) return;
  for (std::size_t i = 0; i < cells.size() && !book.refused; ++i)
    book.cell(static_cast<lxw_col_t>(i), cells[i]);
  book.last_row = book.next++;
  book.filter_due = true;
}

void XlsxWriter::line(std::string_view text) {
  book_->across(text, book_->note);
}

Result<std::string> XlsxWriter::finish() {
  Book& book = *book_;
  if (book.refused) return *book.refused;
  book.end_sheet();
  lxw_workbook* workbook = std::exchange(book.workbook, nullptr);
  const lxw_error error = workbook_close(workbook);
  if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
  const Source written = Source::file(book.file.path());
  std::string bytes(written.size(), '\0');
  bytes.resize(written.read(0, bytes));
  return bytes;
}

}  // namespace zr::documents
