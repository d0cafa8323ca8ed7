public import SourceText

/// One thing a rule has to say about one place.
///
/// The three parts of a message are kept apart so that every format can show them its own way: `message` says
/// what is so, `why` (of the rule, printed once) says why it matters, `help` says what to do.
public struct Finding: Sendable, Equatable {
  /// Name of the rule: `category/name`.
  public let rule: String
  /// How much it weighs, after profile, status and configuration had their say.
  public var severity: Severity
  /// What is so, in one sentence without a final full stop needed by any format.
  public var message: String
  /// The bytes it speaks of.
  public let range: Range<Int>
  /// What to do about it, in one or two sentences.
  public let help: String
  /// Other places that belong to it.
  public let related: [Related]
  /// A change of text that would settle it, where one is certain.
  public let fix: Fix?
  /// The number of the batch of like findings it belongs to within its rule and document; nil for one that stands alone.
  public let batch: Int?
  /// By what the finding is recognised again in later runs; nil until the linter has worked it out.
  public var identity: Identity? = nil

  /// What stays the same of a finding while other parts of its document change: good for baselines and for reports that
  /// compare runs.
  public struct Identity: Sendable, Equatable {
    /// The headings around it, outermost first, joined by ` > `.
    public let section: String
    /// 16 hexadecimal digits made of the rule and the text concerned, without lines and without numbers of the message.
    public let fingerprint: String
    /// Whether it reports what is not there, so that the text at its place says nothing of it.
    public let speaksOfAbsence: Bool

    /// Makes an identity.
    public init(section: String, fingerprint: String, speaksOfAbsence: Bool = false) {
      self.section = section
      self.fingerprint = fingerprint
      self.speaksOfAbsence = speaksOfAbsence
    }
  }

  /// Another place a finding speaks of.
  public struct Related: Sendable, Equatable {
    /// The file, nil for the finding's own file.
    public let path: String?
    /// The bytes.
    public let range: Range<Int>
    /// What is there.
    public let message: String

    /// The place with its lines, where it is in another file; nil where only the bytes are known.
    public let place: Place?

    /// Makes a related place.
    public init(path: String? = nil, range: Range<Int>, message: String) {
      self.path = path
      self.range = range
      self.message = message
      self.place = nil
    }

    /// Makes a related place in another file.
    public init(place: Place, message: String) {
      self.path = place.path
      self.range = place.range
      self.message = message
      self.place = place
    }
  }

  /// Makes a finding.
  public init(
    rule: String, severity: Severity, message: String, range: Range<Int>, help: String,
    related: [Related] = [], fix: Fix? = nil, batch: Int? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.help = help
    self.related = related
    self.fix = fix
    self.batch = batch
  }
}

/// A replacement of bytes that settles a finding.
public struct Fix: Sendable, Equatable {
  /// The bytes to replace.
  public let range: Range<Int>
  /// The text to put there.
  public let replacement: String
  /// Whether the meaning stays the same for certain; other fixes are made only when asked for.
  public let isSafe: Bool

  /// Makes a replacement.
  public init(range: Range<Int>, replacement: String, isSafe: Bool = true) {
    self.range = range
    self.replacement = replacement
    self.isSafe = isSafe
  }
}
