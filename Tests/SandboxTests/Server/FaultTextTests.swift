import Testing

@testable import Sandbox

@Suite struct FaultTextTests {
  private static let readable: [(String, Fault)] = [
    ("drop-na@3", Fault(.dropAfterCommit, onRequest: 3)), ("drop-voor", Fault(.dropBefore)),
    ("status=503@2:POST/zaken", Fault(.status(503), onRequest: 2, method: "POST", path: "/zaken")),
    ("status-na=500:/statussen", Fault(.statusAfterCommit(500), path: "/statussen")),
    ("vertraging=250@1x10", Fault(.delay(250), times: 10)), ("hang@1:get", Fault(.hang, method: "GET")),
    ("weigert-token@2:/zaken", Fault(.refusesToken("jwt-expired"), onRequest: 2, path: "/zaken")),
    ("weigert-token=invalid-client-identifier", Fault(.refusesToken("invalid-client-identifier"))),
    ("half@7x2:GET/zaken/", Fault(.truncatedBody, onRequest: 7, times: 2, method: "GET", path: "/zaken/")),
  ]

  @Test(arguments: readable) func isRead(text: String, fault: Fault) {
    #expect(Fault(text) == fault)
  }

  @Test(arguments: [
    "", "drop", "status", "status=200", "status=x", "drop-na@0", "drop-na@x", "drop-na=3", "hang:FETCH/x", "half@1x0",
  ])
  func isRefused(text: String) {
    #expect(Fault(text) == nil)
  }

  @Test(arguments: [("2", Leak()), ("3@100", Leak(overlap: 3, window: 100))]) func aLeakIsRead(text: String, leak: Leak)
  {
    #expect(Leak(text) == leak)
  }

  @Test(arguments: ["", "x", "1", "0", "2@", "2@0", "2@x", "2@3@4", "-2"]) func aLeakIsRefused(text: String) {
    #expect(Leak(text) == nil)
  }

  @Test func helpNamesEveryKind() {
    let kinds = ["vertraging", "drop-voor", "drop-na", "status", "status-na", "half", "hang", "weigert-token"]
    for kind in kinds { #expect(Fault.help.contains(kind)) }
  }

  @Test func aPlanCountsMatchingRequestsOnly() {
    var plan = FaultPlan()
    plan.add(Fault(.dropBefore, onRequest: 2, times: 2, method: "POST", path: "/zaken"))
    let requests = [
      ("POST", "/zaken/api/v1/zaken"), ("GET", "/zaken/api/v1/zaken"), ("POST", "/zaken/api/v1/statussen"),
      ("POST", "/zaken/api/v1/zaken"), ("POST", "/zaken/api/v1/zaken/_zoek"), ("POST", "/zaken/api/v1/zaken"),
    ]
    let met = requests.map { plan.next(method: $0.0, path: $0.1) != nil }
    #expect(met == [false, false, false, true, true, false])
  }
}
