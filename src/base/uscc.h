#pragma once
/// The two check characters of a unified social credit code 统一社会信用代码 (GB 32100-2015, and
/// GB 11714 inside it), read without allocating. Says what should stand where, judges nothing.
#include <string_view>

namespace zr {

struct UsccReading {
  bool well_formed = false;      ///< 18 characters of the code's alphabet; else the rest is unset.
  bool region_of_digits = true;  ///< Characters 3–8 are a code of GB/T 2260.
  bool organisation_holds = false;
  bool last_holds = false;
  char organisation_check = 0;  ///< What character 17 should be by GB 11714.
  char last_check = 0;          ///< What character 18 should be by GB 32100.
};

/// Lower case counts as upper; blanks and full-width letters are not well formed.
UsccReading read_uscc(std::string_view text);

}  // namespace zr
