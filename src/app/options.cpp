#include "app/options.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace zr::app {

namespace {

constexpr std::array every_setting{
    Setting{"db", &Settings::db, "sqlite:PATH or postgresql://…"},
    Setting{"listen", &Settings::listen, "ADDRESS:PORT"},
    Setting{"metrics-listen", &Settings::metrics_listen, "ADDRESS:PORT of /metrics"},
    Setting{"web", &Settings::web_folder, "folder of the built web page"},
    Setting{"data", &Settings::data_folder, "folder of the first contents"},
    Setting{"key", &Settings::key_file, "file of the signing key"},
    Setting{"anchors", &Settings::anchors_file, "file of the anchors, outside the database"},
    Setting{"files", &Settings::files_folder, "folder of the files, outside the database"},
    Setting{"clock", &Settings::clock,
            "2026-10-05T09:00: the moment at which a demo or test city's time begins"},
    Setting{"proxy", &Settings::proxies, "address of a proxy whose forwarding is believed"},
};

constexpr std::string_view file_flag = "--config";
constexpr const char* file_variable = "ZHIRONG_CONFIG";

const Setting& setting_named(std::string_view name) {
  const auto found = std::ranges::find(every_setting, name, &Setting::name);
  if (found == every_setting.end()) throw std::logic_error("no setting " + std::string(name));
  return *found;
}

/// Is this flag among the words, alone or as --flag=value?
bool typed(Words words, const std::string& flag) {
  return std::ranges::any_of(words, [&](std::string_view word) {
    return word == flag || (word.starts_with(flag) && word.substr(flag.size()).starts_with("="));
  });
}

std::optional<std::string> settings_file(Words words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == file_flag && i + 1 < words.size()) return words[i + 1];
    if (word.starts_with("--config=")) return std::string(word.substr(file_flag.size() + 1));
  }
  if (const char* named = std::getenv(file_variable)) return named;
  return std::nullopt;
}

Problem wrong(const std::string& place, const std::string& zh, const std::string& en) {
  Problem problem(bad_settings);
  problem.detail_zh = place + "：" + zh;
  problem.detail_en = place + ": " + en;
  return problem;
}

Result<Done> set_from(Settings& into, const Setting& setting, const toml::node& node) {
  if (const auto* text = std::get_if<std::string Settings::*>(&setting.member)) {
    const auto value = node.value_exact<std::string>();
    if (!value) return wrong(std::string(setting.name), "应为文本", "must be a text");
    into.*(*text) = *value;
    return Done{};
  }
  std::vector<std::string> values;
  const toml::array* list = node.as_array();
  if (!list) return wrong(std::string(setting.name), "应为文本列表", "must be a list of texts");
  for (const toml::node& item : *list) {
    const auto value = item.value_exact<std::string>();
    if (!value) return wrong(std::string(setting.name), "应为文本列表", "must be a list of texts");
    values.push_back(*value);
  }
  into.*std::get<std::vector<std::string> Settings::*>(setting.member) = std::move(values);
  return Done{};
}

/// What the file holds; empty without one.
Result<toml::table> file_table(Words words) {
  const auto file = settings_file(words);
  if (!file) return toml::table{};
  try {
    return toml::parse_file(*file);
  } catch (const toml::parse_error& error) {
    return wrong(fmt::format("{}:{}", *file, error.source().begin.line), "无法读取",
                 std::string(error.description()));
  }
}

std::string without_password(const std::string& text) {
  const auto scheme = text.find("://");
  const auto at = text.rfind('@');
  if (scheme == std::string::npos || at == std::string::npos || at < scheme) return text;
  const auto colon = text.find(':', scheme + 3);
  return colon < at ? text.substr(0, colon + 1) + "…" + text.substr(at) : text;
}

toml::array listed(const std::vector<std::string>& values) {
  toml::array list;
  for (const std::string& value : values) list.push_back(value);
  return list;
}

}  // namespace

std::span<const Setting> all_settings() {
  return every_setting;
}

std::string environment_name(const Setting& setting) {
  std::string name = "ZHIRONG_";
  for (const char c : setting.name) name += c == '-' ? '_' : static_cast<char>(std::toupper(c));
  return name;
}

Result<Settings> settings_before(Words words) {
  Settings out;
  const auto table = file_table(words);
  if (!table) return table.problem();
  for (const auto& [key, node] : *table) {
    const auto found = std::ranges::find(every_setting, key.str(), &Setting::name);
    if (found == every_setting.end())
      return wrong(std::string(key.str()), "没有这个配置项", "there is no such setting");
    if (const auto done = set_from(out, *found, node); !done) return done.problem();
  }
  return out;
}

void take(CLI::App& verb, Settings& into, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const Setting& setting = setting_named(name);
    std::visit(
        [&](auto member) {
          verb.add_option("--" + std::string(name), into.*member, std::string(setting.help))
              ->envname(environment_name(setting));
        },
        setting.member);
  }
}

CLI::App* city_verb(CLI::App& whole, Settings& into, const Verb& verb,
                    std::initializer_list<std::string_view> names) {
  auto* made = whole.add_subcommand(verb.name, verb.help);
  // Read before anything else by settings_before; here only so that it is known.
  made->add_option_function<std::string>(
      std::string(file_flag), [](const std::string&) {}, "a TOML file of settings");
  take(*made, into, {"db"});
  take(*made, into, names);
  return made;
}

std::string settings_text(const Settings& values, Words words) {
  const auto table = file_table(words);
  std::string out;
  for (const Setting& setting : every_setting) {
    const std::string name(setting.name);
    std::string source = "default";
    if (table && table->contains(setting.name)) source = *settings_file(words);
    if (std::getenv(environment_name(setting).c_str())) source = environment_name(setting);
    if (typed(words, "--" + name)) source = "--" + name;
    std::ostringstream value;
    if (const auto* text = std::get_if<std::string Settings::*>(&setting.member))
      value << toml::value<std::string>(without_password(values.*(*text)));
    else
      value << listed(values.*std::get<std::vector<std::string> Settings::*>(setting.member));
    out += fmt::format("{} = {}  # {}\n", name, value.str(), source);
  }
  return out;
}

}  // namespace zr::app
