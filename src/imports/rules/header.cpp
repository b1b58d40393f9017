#include "imports/rules/header.h"

#include <array>
#include <set>

#include "base/text.h"
#include "imports/rules/digit.h"

namespace zr::imports {

namespace {

bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool letter(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string plain(std::string_view text) {
  return upper(half_width(text));
}

/// Half width, upper case, without blanks and line ends.
std::string compact(std::string_view text) {
  std::string out = plain(text);
  std::erase_if(out, blank);
  return out;
}

/// What follows a word with which a plain text begins, whatever blanks stand between its letters.
std::optional<std::string_view> behind(std::string_view text, std::string_view word) {
  for (const char c : word) {
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    if (!text.starts_with(c)) return std::nullopt;
    text.remove_prefix(1);
  }
  return text;
}

/// Is the word before this at its end? 元 in 单位：元 is one, in 单位：元氏支行 it is not.
bool word_ended(std::string_view rest) {
  if (rest.empty() || blank(rest.front())) return true;
  const char c = rest.front();
  if (c > ' ' && c <= '~') return !letter(c) && !digit(c);
  for (const std::string_view mark :
       {"、", "。", "【", "】", "《", "》", "〔", "〕", "“", "”", "—"})
    if (rest.starts_with(mark)) return true;
  return false;
}

struct UnitWord {
  std::string_view text;
  Unit unit;
};
// Longest first: 万元 ends with 元.
constexpr std::array unit_words{UnitWord{"人民币万元", Unit::wan}, UnitWord{"人民币元", Unit::yuan},
                                UnitWord{"万元人民币", Unit::wan}, UnitWord{"元人民币", Unit::yuan},
                                UnitWord{"万元", Unit::wan},       UnitWord{"元", Unit::yuan},
                                UnitWord{"RMB10,000", Unit::wan},  UnitWord{"YUAN", Unit::yuan}};

std::optional<Unit> unit_word(std::string_view text) {
  for (const std::string_view lead : {"金额单位", "单位"})
    if (text.starts_with(lead)) text.remove_prefix(lead.size());
  if (text.starts_with(':')) text.remove_prefix(1);
  for (const UnitWord& word : unit_words)
    if (text == word.text) return word.unit;
  return std::nullopt;
}

/// Takes the first bracketed part out of a text.
std::optional<std::string> take_bracketed(std::string& text, std::size_t from) {
  const auto open = text.find('(', from);
  const auto close = open == std::string::npos ? open : text.find(')', open);
  if (close == std::string::npos) return std::nullopt;
  std::string inside = text.substr(open + 1, close - open - 1);
  text.erase(open, close - open + 1);
  return inside;
}

std::size_t fields_in(const std::vector<std::string>& texts, const Vocabulary& words) {
  std::set<std::string_view> fields;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    const auto field = field_named(words, read_header(text));
    if (!field.empty()) fields.insert(field);
  }
  return fields.size();
}

/// The header of two rows, where the upper one holds groups.
std::vector<std::string> together(const std::vector<std::string>& above,
                                  const std::vector<std::string>& below) {
  std::vector<std::string> texts = below;
  texts.resize(std::max(above.size(), below.size()));
  for (std::size_t i = 0; i < above.size(); ++i)
    if (trim(texts[i]).empty()) texts[i] = above[i];
  return texts;
}

}  // namespace

HeaderText read_header(std::string_view text) {
  HeaderText out;
  out.name = compact(text);
  while (out.name.starts_with('*')) out.name.erase(0, 1);
  while (out.name.ends_with('*')) out.name.pop_back();
  out.bare = out.name;
  for (std::size_t from = 0; from < out.name.size();) {
    std::string rest = out.name;
    const auto open = rest.find('(', from);
    const auto inside = take_bracketed(rest, from);
    if (!inside) break;
    const auto unit = unit_word(*inside);
    if (unit) {
      out.unit = unit;
      out.name = std::move(rest);
    } else {
      from = open + 1;
    }
  }
  while (take_bracketed(out.bare, 0)) {
  }
  if (out.bare == out.name) out.bare.clear();
  return out;
}

std::optional<Unit> unit_stated(std::string_view line) {
  const std::string text = plain(line);
  for (const std::string_view lead : {"单位:", "单位", "("}) {
    for (std::string_view from = text; !from.empty(); from.remove_prefix(1)) {
      const auto stated = blank(from.front()) ? std::nullopt : behind(from, lead);
      if (!stated) continue;
      for (const UnitWord& word : unit_words)
        if (const auto rest = behind(*stated, word.text); rest && word_ended(*rest))
          return word.unit;
    }
  }
  return unit_word(compact(line));
}

std::string_view field_named(const Vocabulary& words, const HeaderText& header) {
  if (const auto found = words.find(header.name); found != words.end()) return found->second;
  if (header.bare.empty()) return {};
  const auto found = words.find(header.bare);
  return found == words.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<FoundHeader> find_header(const std::vector<HeadRow>& rows, const Vocabulary& words) {
  FoundHeader best;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t alone = fields_in(rows[i].texts, words);
    if (alone > best.fields) best = {rows[i].place, rows[i].texts, alone};
    if (i + 1 == rows.size()) break;
    // Two rows only where neither says as much: a title must not fill a column without a header.
    auto texts = together(rows[i].texts, rows[i + 1].texts);
    const std::size_t both = fields_in(texts, words);
    if (both > best.fields && both > fields_in(rows[i + 1].texts, words))
      best = {rows[i + 1].place, std::move(texts), both};
  }
  std::set<std::string_view> known;
  for (const auto& [name, field] : words) known.insert(field);
  if (best.fields == 0 || best.fields < std::min<std::size_t>(2, known.size())) return std::nullopt;
  return best;
}

TotalKind total_named(std::string_view first_text) {
  const std::string text = plain(first_text);
  const auto begins_with = [&](std::string_view word) {
    const auto rest = behind(text, word);
    if (!rest || !word_ended(*rest)) return false;
    const std::string_view more = trim(*rest);  // TOTAL EXAMPLE LTD is a name
    return !letter(word.back()) || more.empty() || !letter(more.front());
  };
  for (const std::string_view word : {"小计", "小计数", "小计金额", "本页合计", "SUBTOTAL"})
    if (begins_with(word)) return TotalKind::part;
  for (const std::string_view word :
       {"合计", "合计数", "合计金额", "总计", "总计金额", "共计", "总合计", "TOTAL"})
    if (begins_with(word)) return TotalKind::whole;
  return TotalKind::none;
}

bool footer_named(std::string_view first_text) {
  std::string text = compact(first_text);
  const std::string_view sealed = "(盖章)";
  if (text == sealed) return true;
  // The word alone, or its colon: 制表示例公司 is a borrower.
  if (const auto seal = text.find(sealed); seal != std::string::npos)
    text.erase(seal, sealed.size());
  for (const std::string_view word :
       {"填表人",   "填报人",   "制表",     "制表人",   "复核",     "复核人", "审核",
        "审核人",   "负责人",   "联系电话", "备注",     "注",       "说明",   "填报说明",
        "报出日期", "报送日期", "填表日期", "填报日期", "填报单位", "盖章"}) {
    if (!text.starts_with(word)) continue;
    const std::string_view rest = std::string_view(text).substr(word.size());
    if (rest.empty() || rest.front() == ':') return true;
  }
  return false;
}

}  // namespace zr::imports
