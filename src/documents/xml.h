#pragma once
/// One XML part streamed through a hardened parser. A reader is told of elements and text and may
/// stop at any point. Document types are refused, so no entity is ever expanded and nothing outside
/// the part is ever fetched; depth, tags, memory and work are capped.
#include <exception>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "documents/archive.h"

namespace zr::documents {

/// Name without its namespace prefix.
std::string_view local_name(std::string_view name);

/// Attributes of one element.
class Attributes {
 public:
  explicit Attributes(const char* const* pairs) : pairs_(pairs) {}
  /// Value of the attribute with exactly this name; empty if absent.
  std::string_view operator[](std::string_view name) const;
  /// Value of a prefixed attribute ("r:id") by its local name, whatever the prefix.
  std::string_view prefixed(std::string_view local) const;

 private:
  const char* const* pairs_;
};

class XmlReader {
 public:
  virtual ~XmlReader() = default;
  virtual void open(std::string_view element, const Attributes& attributes) = 0;
  virtual void text(std::string_view piece) = 0;
  virtual void close(std::string_view element) = 0;

  bool ended() const { return enough_ || refused_.has_value(); }
  const std::optional<Problem>& refused() const { return refused_; }

 protected:
  /// Nothing more is read, and that is all right.
  void enough() { enough_ = true; }
  /// Nothing more is read, and the file is refused.
  void refuse(Problem problem) {
    if (!ended()) refused_ = std::move(problem);
  }

 private:
  bool enough_ = false;
  std::optional<Problem> refused_;
};

/// Reads the part to its end or until the reader ends. Exceptions of the reader come through.
Result<Done> read_xml(Archive& archive, std::string_view part, XmlReader& reader);

}  // namespace zr::documents
