/// Every rule there is, by name. A new rule is one file under `Rules/` and one line here.
public enum AllRules {
  /// The rules, sorted by name.
  public static let types: [any Rule.Type] = [
    CompanyCentred.self,
    CompetitorsDenied.self,
    CurrentAlternativeMissing.self,
    CustomerAbsent.self,
    CustomerGeneric.self,
    CustomerUndeclared.self,
    ExternalFaqSoftball.self,
    MetricMissing.self,
    NeedNotCustomer.self,
    NeedPrescribesSolution.self,
    NeedsUndeclared.self,
    ProblemNamesProduct.self,
    ProblemPrescribesSolution.self,
    ProblemUnevidenced.self,
    ProblemUnquantified.self,
    QuoteSpeakerNotCustomer.self,
    SolutionBeforeProblem.self,
    TechnologyFirst.self,
    AmbiguousDate.self,
    AnnouncementFiller.self,
    BroadHype.self,
    BroadWeaselWords.self,
    BulletsInRelease.self,
    Hype.self,
    InflatedPhrase.self,
    LinksInRelease.self,
    RelativeTime.self,
    SentenceTooLong.self,
    SuperlativeWithoutProof.self,
    UndefinedAcronym.self,
    WeaselWords.self,
  ]

  /// What each rule is, sorted by name.
  public static let abouts: [About] = types.map { $0.about }

  /// The names of all rules.
  public static let names: [String] = abouts.map(\.name)

  /// The categories, in the order they are explained.
  public static let categories = ["document", "structure", "customer", "writing"]
}
