package whence.store.kit;

/// All that a [whence.store.CaseStore] must do. Let a test class implement it.
public interface CaseStoreContract
    extends OriginalsContract,
        JournalContract,
        ReadingsContract,
        WeighingsContract,
        VerificationContract {}
