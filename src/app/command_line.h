#pragma once
/// The command line (contracts §2). Exit 0 done, 1 refused by a rule, 2 bad input with problem JSON
/// on standard error, 3 environment.

namespace zr::app {

int run(int argc, char** argv);

}  // namespace zr::app
