#pragma once
/// Where a command came from: in its record beside who sent it. What the program does itself comes
/// from nowhere.
#include <string>

namespace zr::journal {

struct Sender {
  std::string address;  ///< Network address, as the access events have it.
  std::string request;  ///< Id of the request, as the answer and the log have it.
};

}  // namespace zr::journal
