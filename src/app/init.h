#pragma once
/// Beginning a city: record 1 with the public key, then the first contents by commands, and three
/// one-time secrets for the system, security and audit administrator. There is no default password.
#include <string>
#include <vector>

#include "app/city.h"

namespace zr::app {

inline constexpr Refusal city_exists{"city_exists", "该数据库已初始化，不能再次初始化",
                                     "This database has been initialised already"};
inline constexpr Refusal no_data{"no_data", "找不到数据目录或其中的文件有误",
                                 "The data folder is missing or a file in it is wrong",
                                 RefusalKind::unavailable};

struct Beginning {
  std::string city = "郑州市";
  Mode mode = Mode::production;
  std::string key_file;      ///< where the signing key is kept, outside database and backup
  std::string data_folder;   ///< data/: roles.csv, regions.csv, …
  std::string anchors_file;  ///< gets the first anchor, once everything is published
};

/// A sign-in made by init; its password is good for 24 hours and must then be changed.
struct OneTimeSecret {
  std::string role;
  std::string login;
  std::string password;
  std::int64_t account = 0;
};

Result<std::vector<OneTimeSecret>> begin_city(journal::Journal& journal,
                                              const Beginning& beginning);

}  // namespace zr::app
