#pragma once
/// Anchors of a city: the head of the record, signed into a file outside the database right after
/// init, after each close of day, publication and change of key, and by `zhirong keys check`.
#include <string>

#include "app/consumers.h"
#include "app/options.h"
#include "crypto/anchor.h"
#include "crypto/signing.h"

namespace zr::app {

inline constexpr Refusal foreign_key_file{
    "foreign_key_file", "签名密钥文件与本城市记录链写明的公钥不符",
    "The signing key is not the one that this city's record names last", RefusalKind::unavailable};

/// What belongs to a city and lies outside its database: "PATH" with this ending of a SQLite file,
/// "var/NAME" with it of a PostgreSQL database.
std::string beside_the_database(const Settings& settings, std::string_view ending);

/// Where the anchors stand, unless a setting says otherwise: "PATH.anchors" of a SQLite file,
/// "var/NAME.anchors" of a PostgreSQL database. One file serves one city.
std::string anchors_file(const Settings& settings);

/// The anchors of that file; none where it does not exist. Read before a snapshot begins: an anchor
/// of a later record would look like a cut tail.
Result<std::vector<crypto::Anchor>> kept_anchors(const Settings& settings);

/// The key of the file, which must be the one that the record names last.
Result<crypto::SigningKey> city_key(db::Tx& tx, const std::string& key_file);
/// Signs the head that this snapshot shows into the file.
crypto::Anchor anchor_head(db::Tx& tx, const crypto::SigningKey& key, const std::string& file);
/// Signs the head whenever something worth an anchor has been recorded since the file's last one.
Consumer anchoring(journal::Journal& journal, crypto::SigningKey key, std::string file);

}  // namespace zr::app
