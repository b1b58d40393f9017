#pragma once
/// Why an answer came out as it did: a stable code and one sentence in each language. Rules answer
/// with lists of these; nothing is ever decided by reading the sentences.
#include <string>

namespace zr {

struct Reason {
  std::string code;  ///< snake_case, or the id of a rule row ("LC6")
  std::string zh;
  std::string en;
  bool operator==(const Reason&) const = default;
};

}  // namespace zr
