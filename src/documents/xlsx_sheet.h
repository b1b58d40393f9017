#pragma once
/// The cells of one worksheet, row by row to a sink. Formulas give the value stored with them; a
/// cell that is only styled is empty; rows without content are not delivered.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/limits.h"
#include "documents/table.h"
#include "documents/xlsx_strings.h"
#include "documents/xlsx_styles.h"
#include "documents/xml.h"

namespace zr::documents {

/// What the cells of every sheet of a book refer to.
struct BookContext {
  SharedStrings strings;
  DateStyles styles;
  DateSystem date_system = DateSystem::from_1900;
};

class SheetReader : public XmlReader {
 public:
  /// Everything named must outlive the reader. Text of shared strings is charged to the budget, so
  /// that one long string used a million times cannot become a terabyte of cells.
  SheetReader(const BookContext& book, const RowSink& sink, const Limits& limits, Budget& budget);

  void open(std::string_view element, const Attributes& attributes) override;
  void text(std::string_view piece) override;
  void close(std::string_view element) override;

  int rows() const { return rows_; }
  std::vector<Merged>& merged() { return merged_; }

 private:
  enum class Type { number, shared, inline_text, formula_text, boolean, error, iso_date };

  /// Text of a cell in the row's own memory, whose address is known only when the row is whole.
  struct Own {
    std::size_t offset = 0;
    std::size_t size = 0;
    bool used = false;
  };

  void open_row(const Attributes& attributes);
  void open_cell(const Attributes& attributes);
  void open_in_cell(std::string_view element);
  void close_cell();
  void close_row();
  Cell number_cell();
  std::optional<std::string_view> shared_text();
  void put(Cell cell);
  void put_own(Cell cell, std::string_view text);
  void refuse_row(const Refusal& ground) { refuse(in_row(ground)); }
  Problem in_row(const Refusal& ground) const;

  const BookContext& book_;
  const RowSink& sink_;
  const Limits& limits_;
  Budget& budget_;

  bool in_data_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_inline_ = false;
  bool phonetic_ = false;
  bool capturing_ = false;

  int number_ = 0;
  int rows_ = 0;
  int column_ = 0;  ///< Of the cell at hand, from 1; between cells, of the one before.
  Type type_ = Type::number;
  std::uint64_t style_ = 0;
  bool formula_ = false;
  std::string value_;

  std::vector<Cell> cells_;
  std::vector<Own> own_;
  std::string own_text_;
  std::vector<Merged> merged_;
};

/// "AB12" → column 28 and row 12; empty where it is no reference or one beyond any sheet.
struct Reference {
  int column;
  int row;
};
std::optional<Reference> reference(std::string_view text);

/// The shortest decimal without exponent that reads back as the same double. Empty for what is no
/// number, and for sizes of 1e21 and more or below 1e-15, which no table of ours means: they stay
/// the text they are.
std::optional<std::string> shortest_decimal(std::string_view text);

}  // namespace zr::documents
