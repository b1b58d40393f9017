#pragma once
/// Settings of the program: file < environment < flag. `zhirong config` prints each with its
/// source.
#include <cstdint>
#include <string>
#include <vector>

#include "access/session.h"
#include "db/db.h"

namespace zr::app {

struct Settings {
  std::string db = "sqlite:var/zhirong.db";
  std::string listen = "127.0.0.1:8080";
  std::string metrics_listen = "127.0.0.1:9080";
  std::string web_folder = "web/dist";
  std::string data_folder = "data";
  std::string key_file = "var/zhirong.key";
  std::string anchors_file;  ///< empty: the usual one, see anchoring.h
  std::string files_folder;  ///< empty: the usual one, see upload_file.h
  std::string clock;         ///< the moment a demo or test city begins at; empty: the machine's
  std::vector<std::string> proxies;
  access::SignInPolicy policy;
};

}  // namespace zr::app
