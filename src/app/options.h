#pragma once
/// Settings of the program: file < environment < flag. `zhirong config` prints each with its
/// source. Whatever is of force for the city's business is a published rule, never a setting.
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "access/session.h"
#include "base/result.h"
#include "db/db.h"

namespace CLI {
class App;
}

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

/// A setting by which name it stands in a file, which is also its flag: "metrics-listen" is
/// --metrics-listen and ZHIRONG_METRICS_LISTEN.
struct Setting {
  std::string_view name;
  std::variant<std::string Settings::*, std::vector<std::string> Settings::*> member;
  std::string_view help;
};
std::span<const Setting> all_settings();
std::string environment_name(const Setting& setting);

inline constexpr Refusal bad_settings{"bad_settings", "配置文件有误", "The settings file is wrong",
                                      RefusalKind::bad_input};

/// The words of a command line, as `main` gets them.
using Words = std::span<char* const>;
/// What file and environment say; flags come on top when the command line is read. The file is
/// named by --config or ZHIRONG_CONFIG. Refused bad_settings where it cannot be read, names an
/// unknown setting or gives it something else than text or, for a list, texts.
Result<Settings> settings_before(Words words);
/// Lets a verb take these settings as flags, and --config.
void take(CLI::App& verb, Settings& settings, std::initializer_list<std::string_view> names);
/// Every setting in the form of a settings file, with the source of its value behind it. A password
/// inside an address is not shown.
std::string settings_text(const Settings& settings, Words words);

struct Verb {
  const char* name;
  const char* help;
};
/// A verb that opens a city: takes --db, --config and these.
CLI::App* city_verb(CLI::App& whole, Settings& settings, const Verb& verb,
                    std::initializer_list<std::string_view> names = {});

}  // namespace zr::app
