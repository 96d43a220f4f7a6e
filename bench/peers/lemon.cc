// The greatest sum of points by the network simplex of LEMON (COIN-OR, Boost licence). Reads the lists that lemon.ts writes and
// prints: seconds of the solve alone, the optimum.
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

static bool readAll(std::FILE *file, void *into, std::size_t bytes) { return std::fread(into, 1, bytes, file) == bytes; }

int main(int count, char **arguments) {
  std::FILE *file = count > 1 ? std::fopen(arguments[1], "rb") : nullptr;
  std::int32_t head[4];  // clients, vacancies, bits of a vacancy, most points
  if (!file || !readAll(file, head, sizeof head)) return 2;
  const int clients = head[0], vacancies = head[1], bits = head[2], most = head[3];
  std::vector<std::int32_t> seats(vacancies), start(clients + 1);
  if (!readAll(file, seats.data(), 4 * seats.size()) || !readAll(file, start.data(), 4 * start.size())) return 2;
  std::vector<std::uint32_t> edges(start[clients]);
  if (!readAll(file, edges.data(), 4 * edges.size())) return 2;
  std::fclose(file);

  // Every client with a list sends one unit to `out`: over a vacancy, which lets through as many as it has seats, or straight.
  std::vector<int> node(clients, -1);
  int nodes = 0;
  for (int c = 0; c < clients; c++)
    if (start[c] < start[c + 1]) node[c] = nodes++;
  const int senders = nodes, firstVacancy = nodes, out = nodes + vacancies;
  std::vector<std::pair<int, int>> arcs;
  std::vector<int> costs, capacities;
  const auto add = [&](int from, int to, int price, int most) {
    arcs.emplace_back(from, to);
    costs.push_back(price);
    capacities.push_back(most);
  };
  for (int c = 0; c < clients; c++) {
    if (node[c] < 0) continue;
    for (int at = start[c]; at < start[c + 1]; at++) {
      const int vacancy = static_cast<int>(edges[at] & ((1u << bits) - 1));
      add(node[c], firstVacancy + vacancy, -(most - static_cast<int>(edges[at] >> bits)), 1);
    }
    add(node[c], out, 0, 1);
  }
  for (int v = 0; v < vacancies; v++) add(firstVacancy + v, out, 0, seats[v]);

  lemon::StaticDigraph graph;
  graph.build(out + 1, arcs.begin(), arcs.end());
  lemon::StaticDigraph::ArcMap<int> cost(graph), capacity(graph);
  lemon::StaticDigraph::NodeMap<int> supply(graph, 0);
  for (int a = 0; a < graph.arcNum(); a++) {
    cost[graph.arc(a)] = costs[a];
    capacity[graph.arc(a)] = capacities[a];
  }
  for (int c = 0; c < senders; c++) supply[graph.node(c)] = 1;
  supply[graph.node(out)] = -senders;

  using Simplex = lemon::NetworkSimplex<lemon::StaticDigraph, int, int>;
  const bool byCandidates = count > 2 && std::string(arguments[2]) == "candidate list";
  Simplex simplex(graph);
  simplex.costMap(cost).upperMap(capacity).supplyMap(supply);
  const auto began = std::chrono::steady_clock::now();
  if (simplex.run(byCandidates ? Simplex::CANDIDATE_LIST : Simplex::BLOCK_SEARCH) != Simplex::OPTIMAL) return 3;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  std::printf("%.6f %lld\n", took.count(), -simplex.totalCost<long long>());
  return 0;
}
