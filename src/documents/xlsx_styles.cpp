#include "documents/xlsx_styles.h"

#include <charconv>
#include <unordered_map>

#include "documents/date_serial.h"
#include "documents/refusals.h"
#include "documents/xml.h"

namespace zr::documents {

namespace {

/// Format number of an attribute; 0 (General) where it is none.
int format_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

class StyleReader : public XmlReader {
 public:
  explicit StyleReader(int allowed) : allowed_(static_cast<std::size_t>(allowed)) {}

  void open(std::string_view element, const Attributes& attributes) override {
    if (element == "cellXfs") {
      in_cells_ = true;
    } else if (element == "numFmt") {
      if (own_.size() == allowed_) return refuse(too_complex);
      own_[format_number(attributes["numFmtId"])] = shows_date(attributes["formatCode"]);
    } else if (element == "xf" && in_cells_) {
      if (dates.size() == allowed_) return refuse(too_complex);
      const int number = format_number(attributes["numFmtId"]);
      const auto own = own_.find(number);
      dates.push_back(own == own_.end() ? shows_date(number) : own->second);
    }
  }
  void text(std::string_view) override {}
  void close(std::string_view element) override {
    if (element == "cellXfs") enough();
  }

  std::vector<bool> dates;

 private:
  std::size_t allowed_;
  bool in_cells_ = false;
  std::unordered_map<int, bool> own_;  ///< Formats that the book defines, before its cell styles.
};

}  // namespace

Result<DateStyles> DateStyles::read(Archive& archive, std::string_view part) {
  DateStyles styles;
  if (part.empty()) return styles;
  StyleReader reader(archive.limits().styles);
  if (const auto done = read_xml(archive, part, reader); !done) return done.problem();
  styles.dates_ = std::move(reader.dates);
  return styles;
}

}  // namespace zr::documents
