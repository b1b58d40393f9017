#include "http/server.h"

#include <atomic>
#include <boost/asio/buffer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <thread>

#include "http/connection.h"
#include "http/problem.h"
#include "http/secure_headers.h"
#include "http/site.h"
#include "http/upload.h"

namespace zr::http {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {
/// After an accept that failed for want of descriptors: others must close first.
constexpr std::chrono::milliseconds accept_pause{50};
constexpr int backlog = 4096;
}  // namespace

struct Server::Running {
  explicit Running(std::shared_ptr<Site> of, int io_threads)
      : site(std::move(of)),
        io(io_threads),
        work(asio::make_work_guard(io)),
        door(asio::make_strand(io)),
        acceptor(door),
        pause(door) {}

  Result<Done> listen();
  void accept();
  void on_accept(const boost::system::error_code& error, tcp::socket socket);
  void run_threads(std::size_t count);
  bool stop(std::chrono::milliseconds patience);

  const std::shared_ptr<Site> site;
  asio::io_context io;
  asio::executor_work_guard<asio::io_context::executor_type> work;
  asio::strand<asio::io_context::executor_type> door;  ///< Whoever accepts or stops accepting.
  tcp::acceptor acceptor;
  asio::steady_timer pause;
  std::uint16_t port = 0;
  std::vector<std::thread> threads;
};

Result<Done> Server::Running::listen() {
  boost::system::error_code error;
  const auto address = asio::ip::make_address(site->options.address, error);
  const tcp::endpoint endpoint(address, site->options.port);
  if (!error) acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(backlog, error);
  if (!error) port = acceptor.local_endpoint(error).port();
  if (!error) return Done{};
  Problem problem(cannot_listen);
  problem.detail_zh = problem.detail_en =
      site->options.address + ":" + std::to_string(site->options.port) + ": " + error.message();
  return problem;
}

void Server::Running::accept() {
  acceptor.async_accept(asio::make_strand(io),
                        [this](const boost::system::error_code& error, tcp::socket socket) {
                          on_accept(error, std::move(socket));
                        });
}

void Server::Running::on_accept(const boost::system::error_code& error, tcp::socket socket) {
  if (site->draining || !acceptor.is_open()) return;
  if (error) {
    pause.expires_after(accept_pause);
    pause.async_wait([this](const boost::system::error_code& cancelled) {
      if (!cancelled && acceptor.is_open()) accept();
    });
    return;
  }
  accept();
  boost::system::error_code failed;
  const auto peer = socket.remote_endpoint(failed).address().to_string();
  if (!failed) socket.non_blocking(true, failed);
  if (!failed) socket.set_option(tcp::no_delay(true), failed);
  if (failed) return;  // Gone already.
  const auto counting = site->proxies.lists(peer) ? Doors::Counting::proxy : Doors::Counting::each;
  const auto guest = std::make_shared<Connection>(site, std::move(socket), peer);
  if (const auto entered = site->doors.enter(guest, peer, counting); !entered)
    return guest->turn_away(entered.problem());
  guest->start();
}

void Server::Running::run_threads(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) threads.emplace_back([this] { io.run(); });
}

bool Server::Running::stop(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  if (site->draining.exchange(true)) return true;
  asio::post(door, [this] {
    boost::system::error_code ignored;
    acceptor.close(ignored);
    pause.cancel();
  });
  for (const auto& guest : site->doors.all()) guest->drain();
  const bool in_time = site->doors.empty_by(deadline);
  for (const auto& guest : site->doors.all()) guest->drop();
  site->commands.close();
  site->reads.close();
  site->files.close();
  site->doors.empty_by(std::chrono::steady_clock::now() + std::chrono::seconds(5));
  work.reset();
  io.stop();
  for (std::thread& thread : threads) thread.join();
  return in_time;
}

Server::Server(std::unique_ptr<Running> running) : running_(std::move(running)) {}

Server::~Server() {
  running_->stop(std::chrono::seconds(1));
}

Result<std::unique_ptr<Server>> Server::start(Options options) {
  auto proxies = Proxies::of(options.proxies);
  if (!proxies) return proxies.problem();
  if (!options.upload_directory.empty()) {
    if (const auto ready = prepare_uploads(options.upload_directory); !ready)
      return ready.problem();
  }
  const auto io_threads = options.io_threads;
  const auto site = std::make_shared<Site>(std::move(options), std::move(*proxies));
  auto running = std::make_unique<Running>(site, static_cast<int>(io_threads));
  if (const auto listening = running->listen(); !listening) return listening.problem();
  if (site->options.metrics) register_gauges(*site->options.metrics, site);
  running->accept();
  running->run_threads(io_threads);
  return std::unique_ptr<Server>(new Server(std::move(running)));
}

std::uint16_t Server::port() const {
  return running_->port;
}

std::size_t Server::connections() const {
  return running_->site->doors.size();
}

bool Server::stop(std::chrono::milliseconds patience) {
  return running_->stop(patience);
}

}  // namespace zr::http
