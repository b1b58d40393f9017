#include "accounts/common_passwords.h"

#include <cctype>
#include <vector>

namespace zr::accounts {

namespace {

constexpr std::string_view words[] = {"password",   "passwd",    "passw0rd",
                                      "p@ssw0rd",   "p@ssword",  "pass",
                                      "word",       "qwerty",    "qwertyuiop",
                                      "asdfgh",     "asdfghjkl", "zxcvbn",
                                      "zxcvbnm",    "qazwsx",    "qaz",
                                      "wsx",        "edc",       "rfv",
                                      "tgb",        "admin",     "administrator",
                                      "root",       "user",      "guest",
                                      "test",       "tester",    "testing",
                                      "demo",       "default",   "system",
                                      "login",      "welcome",   "letmein",
                                      "letme",      "hello",     "iloveyou",
                                      "love",       "loveyou",   "lovely",
                                      "you",        "dragon",    "monkey",
                                      "master",     "shadow",    "sunshine",
                                      "princess",   "football",  "baseball",
                                      "superman",   "batman",    "michael",
                                      "jordan",     "charlie",   "freedom",
                                      "whatever",   "trustno",   "secret",
                                      "abc",        "abcd",      "abcde",
                                      "abcdef",     "abcdefg",   "abcdefgh",
                                      "xyz",        "aaa",       "bbb",
                                      "ccc",        "qqq",       "www",
                                      "asd",        "zxc",       "qwe",
                                      "qwer",       "asdf",      "zxcv",
                                      "changeme",   "change",    "temp",
                                      "temporary",  "summer",    "winter",
                                      "spring",     "autumn",    "january",
                                      "february",   "march",     "april",
                                      "june",       "july",      "august",
                                      "september",  "october",   "november",
                                      "december",   "monday",    "friday",
                                      "computer",   "internet",  "server",
                                      "oracle",     "mysql",     "postgres",
                                      "google",     "apple",     "windows",
                                      "linux",      "china",     "beijing",
                                      "shanghai",   "zhengzhou", "henan",
                                      "zhongguo",   "zhirong",   "woaini",
                                      "woaiwojia",  "nihao",     "wang",
                                      "zhang",      "li",        "liu",
                                      "chen",       "yang",      "zhao",
                                      "huang",      "zhou",      "wu",
                                      "bank",       "yinhang",   "money",
                                      "loan",       "daikuan",   "zhishichanquan",
                                      "zhiya",      "rongzi",    "mima",
                                      "guanliyuan", "company",   "office",
                                      "work",       "business",  "super",
                                      "power",      "star",      "king",
                                      "queen",      "angel",     "happy",
                                      "lucky",      "family",    "mother",
                                      "father",     "good",      "morning",
                                      "night",      "one",       "two",
                                      "three",      "four",      "five",
                                      "six",        "seven",     "eight",
                                      "nine",       "zero",      "ok",
                                      "my",         "is",        "the",
                                      "new",        "first",     "a",
                                      "s",          "x",         "z",
                                      "q"};

}  // namespace

bool only_common_words(std::string_view lower_case) {
  // reachable[i]: the first i characters are listed words, digits and punctuation.
  std::vector<bool> reachable(lower_case.size() + 1, false);
  reachable[0] = true;
  for (std::size_t i = 0; i < lower_case.size(); ++i) {
    if (!reachable[i]) continue;
    const auto byte = static_cast<unsigned char>(lower_case[i]);
    if (byte < 0x80 && !std::isalpha(byte)) reachable[i + 1] = true;
    for (const std::string_view word : words)
      if (lower_case.substr(i).starts_with(word)) reachable[i + word.size()] = true;
  }
  return reachable.back();
}

}  // namespace zr::accounts
