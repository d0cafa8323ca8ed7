/// Every rule there is, by name. A new rule is one file under `Rules/` and one line here.
public enum AllRules {
  /// The newest rule set. A rule added after a release gets the next number as its `since`.
  public static let ruleSet = 1

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
    InvalidText.self,
    NotAPrfaq.self,
    TooDeep.self,
    UnusedSuppression.self,
    AnswerEvasive.self,
    CompanionMissing.self,
    CompanyQuoteMissing.self,
    CustomerQuoteMissing.self,
    DatelineMissing.self,
    ExternalTopicMissing.self,
    FailureReasonsTooFew.self,
    FaqMissing.self,
    FaqNotSplit.self,
    FaqTooLong.self,
    FrontMatterInvalid.self,
    GettingStartedMissing.self,
    HeadlineMissing.self,
    HowItWorksMissing.self,
    InternalTopicMissing.self,
    LaunchDateInvalid.self,
    MultiplePressReleases.self,
    PlaceholderLeft.self,
    PressReleaseMissing.self,
    PressReleaseTooLong.self,
    ProblemMissing.self,
    QuestionUnanswered.self,
    ScopeMissing.self,
    SectionOrder.self,
    SolutionMissing.self,
    SubheadingMissing.self,
    SummaryMissing.self,
    AcceptanceUntestable.self,
    FactConflict.self,
    IDDuplicate.self,
    LabelUnknown.self,
    OutOfScopeLeak.self,
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

  /// The rules on links between documents, services and teams, sorted by name.
  public static let graphTypes: [any GraphRule.Type] = [
    APIBypassed.self,
    DatastoreShared.self,
    FanOut.self,
    LeaderShared.self,
    OwnerUnknown.self,
    ServiceCycle.self,
    ServiceOwner.self,
    ServiceWithoutAPI.self,
    TeamWithoutLeader.self,
    TwoPizza.self,
    AssumptionWithoutValidation.self,
    ClaimWithoutNeed.self,
    DependencyCycle.self,
    KeyDuplicate.self,
    MustOverload.self,
    NeedUncited.self,
    NeedWithoutAcceptance.self,
    NeedWithoutMetric.self,
    NeedWithoutService.self,
    Orphan.self,
    ReferenceDangling.self,
    StaleExport.self,
    StepShared.self,
    StepWithoutService.self,
  ]

  /// What each rule is, sorted by name.
  public static let abouts: [About] = (types.map { $0.about } + graphTypes.map { $0.about }).sorted {
    $0.name < $1.name
  }

  /// The names of all rules.
  public static let names: [String] = abouts.map(\.name)

  /// The name of the rule on comments that silence nothing.
  public static let unusedSuppression = UnusedSuppression.about.name

  /// The categories, in the order they are explained.
  public static let categories = ["document", "structure", "customer", "writing", "trace", "team"]
}
