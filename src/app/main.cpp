#include "app/command_line.h"

int main(int argc, char** argv) {
  return zr::app::run(argc, argv);
}
