// Reports are JSON among others: whoever writes one needs the writer too.
@_exported public import JSONText
