#include "forms/rules/grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace zr::forms {

namespace {

constexpr std::size_t depth_limit = 16;
constexpr std::size_t digit_limit = 18;

struct Token {
  enum class Kind { end, number, word, sign };
  Kind kind = Kind::end;
  std::string_view text = {};
  std::size_t at = 0;
};

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || c == '_';
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) { advance(); }

  const Token& now() const { return now_; }
  bool at(std::string_view text) const {
    return now_.kind != Token::Kind::end && now_.text == text;
  }
  Token take() {
    const Token taken = now_;
    advance();
    return taken;
  }
  bool skip(std::string_view text) {
    if (!at(text)) return false;
    advance();
    return true;
  }
  void expect(std::string_view text) {
    if (!skip(text)) stop(fmt::format("此处应为 {}", text), fmt::format("Expected {} here", text));
  }
  /// Keeps the first fault and goes to the end, where every rule of the grammar comes to rest.
  void stop(std::string zh, std::string en) {
    if (!fault_) fault_ = {.at = now_.at + 1, .zh = std::move(zh), .en = std::move(en)};
    next_ = text_.size();
    advance();
  }
  template <class T>
  Parsed<T> answer(T parsed) {
    finished();
    if (fault_) return std::move(*fault_);
    return parsed;
  }

 private:
  void finished() {
    if (now_.kind != Token::Kind::end)
      stop(fmt::format("多出 {}", now_.text), fmt::format("{} is too much", now_.text));
  }
  void advance() {
    while (next_ < text_.size() && text_[next_] == ' ') ++next_;
    const std::size_t from = next_;
    now_ = {.kind = Token::Kind::end, .text = {}, .at = from};
    if (from == text_.size()) return;
    const auto take_while = [&](auto&& fits) {
      while (next_ < text_.size() && fits(text_[next_])) ++next_;
    };
    if (digit(text_[from])) {
      now_.kind = Token::Kind::number;
      take_while(digit);
    } else if (letter(text_[from])) {
      now_.kind = Token::Kind::word;
      take_while([](char c) { return letter(c) || digit(c) || c == '.'; });
    } else {
      now_.kind = Token::Kind::sign;
      ++next_;
      const bool twice = next_ < text_.size() && text_[next_] == '=' &&
                         std::string_view("<>=!").find(text_[from]) != std::string_view::npos;
      if (twice) ++next_;
      take_while([](char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; });
    }
    now_.text = text_.substr(from, next_ - from);
  }

  std::string_view text_;
  std::size_t next_ = 0;
  Token now_;
  std::optional<SyntaxFault> fault_;
};

std::int64_t number_from(Tokens& tokens) {
  const bool negative = tokens.skip("-");
  if (tokens.now().kind != Token::Kind::number)
    tokens.stop("此处应为整数", "Expected a number");
  else if (tokens.now().text.size() > digit_limit)
    tokens.stop("数值过大", "The number is too large");
  std::int64_t value = 0;
  for (const char c : tokens.take().text) value = value * 10 + (c - '0');
  return negative ? -value : value;
}

Reference reference_from(std::string_view word) {
  struct Prefix {
    std::string_view text;
    Reference::Of of;
  };
  static constexpr std::array<Prefix, 4> prefixes{
      {{"prev.", Reference::Of::previous},
       {"ledger.", Reference::Of::ledger},
       {"meta.", Reference::Of::submission},
       {"prev_version.", Reference::Of::previous_version}}};
  for (const Prefix& prefix : prefixes)
    if (word.starts_with(prefix.text))
      return {.of = prefix.of, .id = std::string(word.substr(prefix.text.size()))};
  return {.of = Reference::Of::cell, .id = std::string(word)};
}

Expression node(Expression::Kind kind, Expression left, Expression right) {
  Expression made{.kind = kind};
  made.parts.push_back(std::move(left));
  made.parts.push_back(std::move(right));
  return made;
}

class SideParser {
 public:
  explicit SideParser(std::string_view text) : tokens_(text) {}

  Parsed<Expression> side() {
    if (tokens_.at("each_amount") || tokens_.at("each_field")) return tokens_.answer(each());
    if (tokens_.skip("empty")) return tokens_.answer(Expression{.kind = Expression::Kind::empty});
    return tokens_.answer(sum(0));
  }

 private:
  Expression each() {
    Expression whole{.kind = Expression::Kind::each};
    whole.range = tokens_.take().text == "each_amount" ? Expression::Range::amounts
                                                       : Expression::Range::fields;
    if (!tokens_.skip("except")) return whole;
    do {
      if (tokens_.now().kind != Token::Kind::word)
        tokens_.stop("except 之后应为指标编号", "Expected the id of a cell after except");
      whole.except.emplace_back(tokens_.take().text);
    } while (tokens_.skip(","));
    return whole;
  }
  Expression sum(std::size_t depth) {
    if (depth > depth_limit) tokens_.stop("括号层数过多", "Nested too deeply");
    Expression left = product(depth);
    while (tokens_.at("+") || tokens_.at("-")) {
      const auto kind =
          tokens_.take().text == "+" ? Expression::Kind::sum : Expression::Kind::difference;
      left = node(kind, std::move(left), product(depth));
    }
    return left;
  }
  Expression product(std::size_t depth) {
    Expression left = single(depth);
    while (tokens_.at("*") || tokens_.at("/")) {
      const auto kind =
          tokens_.take().text == "*" ? Expression::Kind::product : Expression::Kind::quotient;
      left = node(kind, std::move(left), single(depth));
    }
    return left;
  }
  Expression single(std::size_t depth) {
    if (tokens_.skip("(")) {
      Expression inside = sum(depth + 1);
      tokens_.expect(")");
      return inside;
    }
    if (tokens_.skip("round")) {
      Expression rounded{.kind = Expression::Kind::rounded};
      tokens_.expect("(");
      rounded.parts.push_back(sum(depth + 1));
      tokens_.expect(")");
      return rounded;
    }
    if (tokens_.now().kind == Token::Kind::word) {
      Expression name{.kind = Expression::Kind::name};
      name.name = reference_from(tokens_.take().text);
      return name;
    }
    Expression number{.kind = Expression::Kind::number, .number = number_from(tokens_)};
    if (tokens_.skip("calendar_day")) number.kind = Expression::Kind::days;
    return number;
  }

  Tokens tokens_;
};

class ConditionParser {
 public:
  explicit ConditionParser(std::string_view text) : tokens_(text) {}

  Parsed<rulebook::Predicate> whole() {
    if (tokens_.skip("always")) return tokens_.answer(rulebook::always());
    std::vector<rulebook::Predicate> parts;
    do parts.push_back(part());
    while (tokens_.skip("and"));
    return tokens_.answer(parts.size() == 1 ? std::move(parts.front())
                                            : rulebook::all_of(std::move(parts)));
  }

 private:
  rulebook::Predicate part() {
    static constexpr std::array words{condition_word::has_previous, condition_word::resubmission,
                                      condition_word::bank_file, condition_word::has_ledger_rows};
    if (tokens_.now().kind != Token::Kind::word)
      tokens_.stop("此处应为条件", "Expected a condition");
    std::string name(tokens_.take().text);
    if (std::find(words.begin(), words.end(), name) != words.end())
      return rulebook::compare(std::move(name), rulebook::Op::equal, true);
    if (tokens_.skip("in")) return among(std::move(name));
    const auto op = value_named<rulebook::Op>(tokens_.now().text);
    if (!op) {
      tokens_.stop("此处应为比较符号", "Expected a comparison here");
      return rulebook::always();
    }
    tokens_.take();
    return rulebook::compare(std::move(name), *op, number_from(tokens_));
  }
  rulebook::Predicate among(std::string name) {
    std::vector<rulebook::Constant> values;
    do values.emplace_back(number_from(tokens_));
    while (tokens_.skip(","));
    return rulebook::in(std::move(name), std::move(values));
  }

  Tokens tokens_;
};

}  // namespace

Parsed<Expression> parse_side(std::string_view text) {
  return SideParser(text).side();
}

Parsed<rulebook::Predicate> parse_condition(std::string_view text) {
  return ConditionParser(text).whole();
}

}  // namespace zr::forms
