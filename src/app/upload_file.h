#pragma once
/// POST /files?name=…: the body of the request becomes a file of the city (files/files.h). The same
/// bytes again are the same file, so the request needs no key.
#include <filesystem>

#include "app/options.h"
#include "files/folder.h"
#include "http/api_site.h"

namespace zr::app {

/// Where the files of a city lie, unless a setting says otherwise: "PATH.files" beside a SQLite
/// file, "var/NAME.files" of a PostgreSQL database.
std::filesystem::path files_folder(const Settings& settings);

http::OddEndpoint upload_endpoint(journal::Journal& journal);

}  // namespace zr::app
