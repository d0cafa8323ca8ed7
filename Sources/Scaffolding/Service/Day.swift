/// A day of the Gregorian calendar.
public struct Day: Sendable, Equatable, Comparable {
  /// Days since 1 January 1970.
  public let number: Int

  /// The day of a number.
  public init(number: Int) { self.number = number }

  /// A day of the years 1 to 9999; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    // Howard Hinnant's days_from_civil: years begin in March, so that the leap day is the last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    if parts != (year, month, day) { return nil }
  }

  /// Reads `2027-10-04`.
  public init?(_ text: String) {
    guard AnswerKind.date.holds(text) else { return nil }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Year, month and day.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let realMonth = month < 10 ? month + 3 : month - 9
    return (
      yearOfEra + era * 400 + (realMonth <= 2 ? 1 : 0), realMonth, dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// The Monday of its week.
  public var monday: Day {
    // 1 January 1970 was a Thursday.
    let weekday = ((number + 3) % 7 + 7) % 7
    return Day(number: number - weekday)
  }

  /// The day some days later.
  public func adding(_ days: Int) -> Day { Day(number: number + days) }

  /// `2027-10-04`
  public var text: String {
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }
    let parts = parts
    return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
  }

  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}
